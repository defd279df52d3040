import { describe, expect, it, vi } from 'vitest';
import { fake } from '../../fakes/fake-browser.ts';
import { minutes, setUpWorld } from '../../fakes/world.ts';
import schema0 from './fixtures/schema-0.json' with { type: 'json' };
import schema1 from './fixtures/schema-1.json' with { type: 'json' };

const world = setUpWorld();

/** Storage as a former version has left it, with the key that sealed it, at the time when it was left. */
async function leave({
  at,
  local,
  session,
  key,
}: {
  at: number;
  local: object;
  session: object;
  key?: string;
}) {
  vi.setSystemTime(at + minutes(1));
  fake.local.items = { ...structuredClone(local) };
  fake.session.items = { ...structuredClone(session) };
  if (key) await putKey(await importKey(key));
}

const importKey = (text: string) =>
  crypto.subtle.importKey('raw', Buffer.from(text, 'base64'), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Where `vault-key.ts` keeps it. */
async function putKey(key: CryptoKey): Promise<void> {
  const opening = indexedDB.open('lanyard', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const writing = opening.result.transaction('keys', 'readwrite').objectStore('keys').put(key, 'vault');
  await new Promise((resolve) => writing.addEventListener('success', resolve));
  opening.result.close();
}

describe('Storage of another version', () => {
  it('is cleared of its tokens if it has layout 0, and the next sign-in works (L7)', async () => {
    await leave(schema0);
    const background = await world.wake();
    expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-out' });
    expect(JSON.stringify(fake.session.items)).not.toContain('refresh');
    expect(fake.session.items).not.toHaveProperty('activeAccount');
    expect(await background.signIn()).toMatchObject({ status: 'signed-in' });
    expect(fake.local.items).toHaveProperty('schema', 1);
  });

  it('is read if it has layout 1, with both accounts and their refresh tokens (L7)', async () => {
    await leave(schema1);
    const { handlers } = await world.wake();
    const session = await handlers.getSession();
    expect(session).toMatchObject({
      status: 'signed-in',
      keep: 'on-disk',
      account: { name: 'Sam Pelling', isPersonal: true },
      accounts: [{ name: 'Mira Halloran', isPersonal: false }, { name: 'Sam Pelling' }],
    });
    expect(session).not.toHaveProperty('obstacle');
    if (session.status !== 'signed-in') return;
    // The tenant of today knows nothing of those tokens; that it was asked is the point.
    for (const { id } of session.accounts)
      expect(await handlers.getProfile(id)).toMatchObject({ kind: 'obstacle' });
    const sent = world.tenant.control.log.map(({ grantType, aadsts }) => [grantType, aadsts]);
    expect(sent.filter(([grantType]) => grantType === 'refresh_token')).toEqual([
      ['refresh_token', 70000],
      ['refresh_token', 70000],
    ]);
  });

  it('shows a sign-out, and says so, if it has layout 1 without its key (L7)', async () => {
    await leave({ ...schema1, key: '' });
    const background = await world.wake();
    const lost = { status: 'signed-out', obstacle: { reason: 'vault-lost' } };
    expect(await background.handlers.getSession()).toMatchObject(lost);
    expect(Object.keys(fake.local.items).sort()).toEqual(['keep', 'schema']);
    expect(await background.signIn()).toMatchObject({ status: 'signed-in' });
  });

  it('is removed, and the person is told, if it comes from a newer version (S11)', async () => {
    const { id } = await world.signedIn();
    Object.assign(fake.local.items, { schema: 2, 'vault:unheard-of': { v: 7 } });
    const background = await world.wake();
    const session = await background.handlers.getSession();
    expect(session).toMatchObject({ status: 'signed-out', obstacle: { reason: 'vault-lost' } });
    expect(fake.local.items).toEqual({ schema: 1 });
    expect(Object.keys(fake.session.items).filter((key) => key.includes(id))).toEqual([]);
    await background.handlers.dismiss();
    expect(await (await world.wake()).handlers.getSession()).not.toHaveProperty('obstacle');
  });
});
