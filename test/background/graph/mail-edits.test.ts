import { describe, expect, it } from 'vitest';
import { editMessage, readInbox, readMessage } from '../../../background/graph/mail.ts';
import type { Purpose } from '../../../src/purposes.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { withGraph } from './with-graph.ts';

const world = setUpWorld();

async function withMail(...purposes: Purpose[]) {
  const { graph, id, asked } = await withGraph(world, purposes);
  return {
    asked,
    inbox: () => readInbox(graph, id),
    open: (messageId: string) => readMessage(graph, id, messageId),
    edit: (edit: Parameters<typeof editMessage>[2]) => editMessage(graph, id, edit),
  };
}

describe('A message', () => {
  it('is marked, flagged and archived, at Graph too', async () => {
    const { inbox, edit } = await withMail('mail-list', 'mail-change');
    const messageId = (await inbox()).messages[0]?.id ?? '';
    for (const is of [true, false]) {
      await edit({ kind: 'mark-message', messageId, isRead: is });
      await edit({ kind: 'flag-message', messageId, isFlagged: is });
      expect((await inbox()).messages[0]).toMatchObject({ id: messageId, isRead: is, isFlagged: is });
    }
    await edit({ kind: 'archive-message', messageId });
    expect((await inbox()).messages.map(({ id }) => id)).not.toContain(messageId);
  });

  it('is not taken as changed if a captive portal answers for Graph', async () => {
    const { edit } = await withMail('mail-change');
    world.tenant.control.faults.graph['/v1.0/me/messages'] = {
      status: 200,
      headers: { 'Content-Type': 'text/html' },
      body: '<html>Welcome to the hotel</html>',
    };
    const marked = edit({ kind: 'mark-message', messageId: 'AAMk', isRead: true });
    await expect(marked).rejects.toMatchObject({ reason: 'network-sign-in' });
  });
});

describe('An id', () => {
  it('stays one segment of the path, whatever it contains', async () => {
    const { open, edit, asked } = await withMail('mail-open', 'mail-change');
    const ids = ['a/b', 'a?b=c', '../../me', 'a#b', 'ä €', '%2e%2e', 'a\\b'];
    for (const messageId of ids) {
      await expect(open(messageId)).rejects.toThrow();
      await expect(edit({ kind: 'mark-message', messageId, isRead: true })).rejects.toThrow();
    }
    const expected = ids.flatMap((id) => Array<string>(2).fill(`/me/messages/${encodeURIComponent(id)}`));
    expect(asked.map(({ path }) => path.split('?')[0])).toEqual(expected);
  });

  it('leads to no request if it cannot be a segment', async () => {
    const { open, edit, asked } = await withMail('mail-open', 'mail-change');
    for (const messageId of ['.', '..', '', '\uD800']) {
      await expect(open(messageId)).rejects.toMatchObject({ reason: 'not-found' });
      const archive = edit({ kind: 'archive-message', messageId });
      await expect(archive).rejects.toMatchObject({ reason: 'not-found' });
    }
    expect(asked).toEqual([]);
  });
});
