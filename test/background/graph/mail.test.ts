import { describe, expect, it } from 'vitest';
import { editMessage, readInbox, readMessage, readMoreMail } from '../../../background/graph/mail.ts';
import type { Purpose } from '../../../src/purposes.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith, optionsOf, withGraph } from './with-graph.ts';

const world = setUpWorld();
const LIST = '/me/mailFolders/inbox/messages';

async function withMail(...purposes: Purpose[]) {
  const { graph, id, asked } = await withGraph(world, purposes);
  return {
    asked,
    inbox: () => readInbox(graph, id),
    more: (next: string) => readMoreMail(graph, id, next),
    open: (messageId: string) => readMessage(graph, id, messageId),
    edit: (edit: Parameters<typeof editMessage>[2]) => editMessage(graph, id, edit),
  };
}

const message = {
  id: 'AAMk',
  subject: 'Tea',
  from: { emailAddress: { name: 'Ada', address: 'ada@example' } },
  receivedDateTime: '2026-03-01T09:30:00Z',
  isRead: false,
  flag: { flagStatus: 'flagged' },
  hasAttachments: true,
};
const summary = {
  id: 'AAMk',
  subject: 'Tea',
  from: { name: 'Ada', address: 'ada@example' },
  receivedAt: Date.UTC(2026, 2, 1, 9, 30),
  isRead: false,
  isFlagged: true,
  hasAttachments: true,
};

describe('The inbox', () => {
  it('has the newest messages in order, the fields that a list draws, and the unread count', async () => {
    const { inbox } = await withMail('mail-list');
    const { messages, unread } = await inbox();
    expect(messages).toHaveLength(25);
    expect(unread).toBeGreaterThan(0);
    const times = messages.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    for (const each of messages) {
      expect(each).toEqual({
        id: expect.stringMatching(/\S/),
        subject: expect.any(String),
        from: { name: expect.stringMatching(/\S/), address: expect.stringContaining('@') },
        receivedAt: expect.any(Number),
        isRead: expect.any(Boolean),
        isFlagged: expect.any(Boolean),
        hasAttachments: expect.any(Boolean),
      });
    }
  });

  it('asks for the fields that it draws, and no more', async () => {
    const { inbox, asked } = await withMail('mail-list');
    await inbox();
    expect(asked.map(optionsOf)).toEqual([
      {
        $select: 'id,subject,from,receivedDateTime,isRead,flag,hasAttachments',
        $orderby: 'receivedDateTime desc',
        $top: '25',
      },
      { $select: 'unreadItemCount' },
    ]);
  });

  it('continues page by page to its end, with no message twice', async () => {
    const { inbox, more } = await withMail('mail-list');
    let page: { messages: { id: string }[]; next: string | null } = await inbox();
    const ids = page.messages.map(({ id }) => id);
    for (let pages = 0; page.next !== null && pages < 100; pages += 1) {
      page = await more(page.next);
      ids.push(...page.messages.map(({ id }) => id));
    }
    expect(page.next).toBeNull();
    expect(ids.length).toBeGreaterThan(25);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('ends if its link leads anywhere else', async () => {
    const { inbox } = await withMail('mail-list');
    const links = [
      'https://evil.example/v1.0/me/mailFolders/inbox/messages?$skip=25',
      'https://graph.microsoft.com@evil.example/v1.0/me/mailFolders/inbox/messages?$skip=25',
      'https://graph.microsoft.com/beta/me/mailFolders/inbox/messages?$skip=25',
      'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages/../../../messages?$skip=25',
      'https://graph.microsoft.com/v1.0/me/messages?$skip=25',
      'nonsense',
    ];
    for (const link of links) {
      answerWith(world, LIST, { value: [message], '@odata.nextLink': link });
      expect([link, await inbox()]).toMatchObject([link, { messages: [summary], next: null }]);
    }
  });

  it('refuses any next page that no page has named', async () => {
    const { more, asked } = await withMail('mail-list');
    const texts = [
      '',
      'x',
      '/me/messages?$top=1',
      '/me/mailFolders/inbox/messages',
      '/me/mailFolders/inbox/messages/../../../messages?',
      '/../beta/me/mailFolders/inbox/messages?',
      '@evil.example/v1.0/me/mailFolders/inbox/messages?',
      '/me/mailFolders/inbox/messages#?',
      'https://graph.microsoft.com/v1.0/me/mailFolders/inbox/messages?',
    ];
    for (const text of texts) await expect(more(text)).rejects.toMatchObject({ reason: 'not-found' });
    expect(asked).toEqual([]);
  });

  it('is shown even if the unread count is refused', async () => {
    const { inbox } = await withMail('mail-list');
    world.tenant.control.faults.graph = {
      '/v1.0/me/mailFolders/inbox': { status: 403, body: {} },
      [`/v1.0${LIST}`]: { status: 200, body: { value: [message] } },
    };
    expect(await inbox()).toEqual({ messages: [summary], next: null, unread: null });
  });

  it('leaves out a malformed message, and keeps the others', async () => {
    const { inbox } = await withMail('mail-list');
    const strange = [
      null,
      'text',
      7,
      [],
      { ...message, id: undefined },
      { ...message, id: 7 },
      { ...message, receivedDateTime: 'yesterday' },
      { ...message, receivedDateTime: 1 },
      { ...message, subject: { toString: 'x' } },
      { ...message, from: 'ada' },
      { ...message, isRead: 'no' },
      { ...message, flag: 'flagged' },
    ];
    answerWith(world, LIST, { value: [...strange, message, ...strange] });
    expect((await inbox()).messages).toEqual([summary]);
  });

  it('returns only the known fields of a message', async () => {
    const { inbox } = await withMail('mail-list');
    const more = JSON.parse('{"__proto__":{"isAdmin":true},"body":{"content":"secret"},"script":"x"}');
    answerWith(world, LIST, { value: [{ ...message, ...more }], '@odata.context': 'x' });
    expect((await inbox()).messages).toEqual([summary]);
  });

  it('shows a message with missing fields', async () => {
    const { inbox } = await withMail('mail-list');
    const { id, receivedDateTime } = message;
    answerWith(world, LIST, { value: [{ id, receivedDateTime, subject: null, from: null }] });
    expect((await inbox()).messages).toMatchObject([
      { subject: '', from: null, isRead: true, isFlagged: false },
    ]);
  });

  it('shortens an overlong subject and an overlong name (P4)', async () => {
    const { inbox } = await withMail('mail-list');
    const [subject, name] = ['s'.repeat(10_000), 'n'.repeat(10_000)];
    answerWith(world, LIST, { value: [{ ...message, subject, from: { emailAddress: { name } } }] });
    expect((await inbox()).messages).toMatchObject([
      { subject: 's'.repeat(500), from: { name: 'n'.repeat(500), address: '' } },
    ]);
  });
});

describe('A message', () => {
  const path = '/me/messages';
  const whole = {
    ...message,
    toRecipients: [{ emailAddress: { address: 'sam@example' } }],
    body: { contentType: 'text', content: ' Come at four. ' },
    webLink: 'https://outlook.office365.com/owa/?ItemID=AAMk',
  };

  it('opens as text, by the id from the list', async () => {
    const { inbox, open } = await withMail('mail-list', 'mail-open');
    const [first] = (await inbox()).messages;
    const opened = await open(first?.id ?? '');
    expect(opened).toMatchObject({ ...first, isCut: false, to: [expect.any(String)] });
    expect(opened.text).toMatch(/\S/);
    expect(opened.text).not.toMatch(/<\/?(html|body|div|p)\b/i);
    expect(opened.webLink).toMatch(/^https:\/\/outlook\.office365\.com\//);
  });

  it('shows its names trimmed, and keeps its lines', async () => {
    const { open } = await withMail('mail-open');
    answerWith(world, path, {
      ...whole,
      body: { contentType: 'text', content: ' Come\r\n\n\tat\u0000 four. ' },
    });
    expect(await open('AAMk')).toEqual({
      ...summary,
      to: ['sam@example'],
      text: 'Come\n\n\tat four.',
      isCut: false,
      webLink: whole.webLink,
    });
  });

  it('is not shown if it does not come as text', async () => {
    const { open } = await withMail('mail-open');
    for (const contentType of ['html', 'HTML', 'markdown', '']) {
      answerWith(world, path, { ...whole, body: { contentType, content: '<img src=x onerror=alert(1)>' } });
      expect(await open('AAMk')).toMatchObject({ text: '', isCut: false });
    }
  });

  it('is cut if it is too long', async () => {
    const { open } = await withMail('mail-open');
    answerWith(world, path, { ...whole, body: { contentType: 'text', content: 'a'.repeat(20_001) } });
    const { text, isCut } = await open('AAMk');
    expect([text.length, isCut]).toEqual([20_000, true]);
  });

  it('is not shown if it has another shape', async () => {
    const { open } = await withMail('mail-open');
    for (const body of [{}, { body: 'text' }, { ...whole, body: null }, { ...whole, toRecipients: 'all' }]) {
      answerWith(world, path, body);
      await expect(open('AAMk')).rejects.toMatchObject({ reason: 'microsoft-unavailable' });
    }
  });

  it('is reported as not found if it was deleted', async () => {
    const { open, edit } = await withMail('mail-open', 'mail-change');
    answerWith(world, path, { error: { code: 'ErrorItemNotFound' } }, 404);
    await expect(open('AAMk')).rejects.toMatchObject({ reason: 'not-found' });
    const archive = edit({ kind: 'archive-message', messageId: 'AAMk' });
    await expect(archive).rejects.toMatchObject({ reason: 'not-found' });
  });
});
