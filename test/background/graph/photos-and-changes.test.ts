import { describe, expect, it } from 'vitest';
import { editMessage } from '../../../background/graph/mail.ts';
import { readPhoto } from '../../../background/graph/photos.ts';
import { setPresence } from '../../../background/graph/presence.ts';
import { readProfile } from '../../../background/graph/profile.ts';
import { fakeGraph, type Said } from './fake-graph.ts';

describe('A person', () => {
  const photo = (type: string | null, body: unknown = new Uint8Array([1, 2, 3]), status = 200): Said => ({
    body,
    status,
    headers: type === null ? {} : { 'content-type': type },
  });
  const read = (said: Said | undefined) =>
    readPhoto(
      fakeGraph(() => said),
      { accountId: 'mira', purpose: 'profile' },
      '/me',
      '48x48',
    );

  it.each<[string, Said | undefined, string | null]>([
    ['a JPEG', photo(' Image/JPEG ; charset=x'), 'data:image/jpeg;base64,AQID'],
    ['a PNG', photo('image/png'), 'data:image/png;base64,AQID'],
    ['of another type', photo('image/gif'), null],
    ['of no type', photo(null), null],
    ['that is text', photo('image/png', 'AQID'), null],
    ['of another status', photo('image/png', new Uint8Array(3), 206), null],
    ['that is too large', photo('image/png', new Uint8Array(512 * 1024 + 1)), null],
    ['that cannot be had', { reason: 'throttled' }, null],
    ['that is not there', undefined, null],
  ])('has a photo %s as an address, or none', async (_what, said, shown) => {
    expect(await read(said)).toBe(shown);
  });

  it('has a photo of up to half a megabyte', async () => {
    expect(await read(photo('image/png', new Uint8Array(512 * 1024)))).toMatch(
      /^data:image\/png;base64,AAAA/,
    );
  });

  it('is called by their user name if they have no other, and has a photo if they work somewhere', async () => {
    const user = { displayName: '', mail: null, userPrincipalName: 'mira@x.example', jobTitle: 'Gardener' };
    const say = (path: string): Said | undefined =>
      path.startsWith('/me?') ? { body: user } : photo('image/png');
    const expected = {
      name: 'mira@x.example',
      mail: 'mira@x.example',
      jobTitle: 'Gardener',
      officeLocation: null,
    };
    const work = fakeGraph(say);
    expect(await readProfile(work, 'mira', false)).toEqual({
      ...expected,
      photo: 'data:image/png;base64,AQID',
    });
    expect(work.paths).toEqual(['/me', '/me/photos/120x120/$value']);
    expect(work.asked[1]).toMatchObject({ isDispensable: true, purpose: 'profile' });
    const personal = fakeGraph(say);
    expect(await readProfile(personal, 'sam', true)).toEqual({ ...expected, photo: null });
    expect(personal.paths).toEqual(['/me']);
    const gone = fakeGraph(() => undefined);
    await expect(readProfile(gone, 'mira', true)).rejects.toMatchObject({ reason: 'microsoft-unavailable' });
  });
});

describe('A change', () => {
  const done = () => fakeGraph(() => ({ body: null, status: 204 }));

  it.each([
    [{ kind: 'mark-message', messageId: 'm', isRead: true }, 'PATCH', '/me/messages/m', { isRead: true }],
    [
      { kind: 'flag-message', messageId: 'm', isFlagged: true },
      'PATCH',
      '/me/messages/m',
      { flag: { flagStatus: 'flagged' } },
    ],
    [
      { kind: 'flag-message', messageId: 'm', isFlagged: false },
      'PATCH',
      '/me/messages/m',
      { flag: { flagStatus: 'notFlagged' } },
    ],
    [
      { kind: 'archive-message', messageId: 'm' },
      'POST',
      '/me/messages/m/move',
      { destinationId: 'archive' },
    ],
  ] as const)('sends one request for a message: %o', async (edit, method, path, body) => {
    const graph = done();
    await editMessage(graph, 'mira', edit);
    expect(graph.asked).toEqual([
      {
        accountId: 'mira',
        purpose: 'mail-change',
        path,
        method,
        body,
        prefer: ['IdType="ImmutableId"'],
      },
    ]);
  });

  it('sets presence for a day, or clears it', async () => {
    const graph = done();
    await setPresence(graph, 'mira', 'Busy');
    await setPresence(graph, 'mira', null);
    expect(graph.asked.map(({ path, method, body }) => [path, method, body])).toEqual([
      [
        '/me/presence/setUserPreferredPresence',
        'POST',
        { availability: 'Busy', activity: 'Busy', expirationDuration: 'P1D' },
      ],
      ['/me/presence/clearUserPreferredPresence', 'POST', {}],
    ]);
  });
});
