import { describe, expect, it } from 'vitest';
import type { Grant } from '../../../background/auth/grant.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { hours, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();

/** A person who is signed in, without a token in hand, and a way to store renewals of it. */
async function withRenewals() {
  const { background, id } = await world.signedIn();
  const { holdings, book } = background.services;
  const account = await book.find(id);
  if (!account) throw new Error('Nobody is signed in.');
  await background.life.run(() => holdings.dropAccessTokens(id));
  const renew = (token: string, scopes: string[], since = account.since) => {
    const accessToken = { token, scopes, obtainedAt: Date.now(), expiresOn: Date.now() + hours(1) };
    const grant: Grant = { account, credential: { key: token }, accessToken };
    return background.life.run(() => holdings.renew(id, since, grant));
  };
  const tokens = async () =>
    (await background.life.run(() => holdings.accessTokens(id))).map(({ token }) => token);
  return { background, id, account, renew, tokens, holdings };
}

describe('The access tokens of an account', () => {
  it('lose those that a new token with more permissions replaces', async () => {
    const { renew, tokens } = await withRenewals();
    await renew('narrow', ['User.Read']);
    await renew('broad', ['User.Read', 'Mail.Read']);
    expect(await tokens()).toEqual(['broad']);
  });

  it('keep those whose permissions a new token does not cover, the newest first', async () => {
    const { renew, tokens } = await withRenewals();
    await renew('profile', ['User.Read']);
    await renew('mail', ['Mail.Read']);
    await renew('files', ['Files.Read']);
    expect(await tokens()).toEqual(['files', 'mail', 'profile']);
  });

  it('are no more than eight, of which the oldest goes first', async () => {
    const { renew, tokens } = await withRenewals();
    for (let count = 1; count <= 10; count += 1) await renew(`token ${count}`, [`Scope.${count}`]);
    expect(await tokens()).toEqual([10, 9, 8, 7, 6, 5, 4, 3].map((count) => `token ${count}`));
  });

  it('take no renewal of an earlier sign-in of the same account', async () => {
    const { renew, tokens, account } = await withRenewals();
    const before = await tokens();
    expect(await renew('stale', ['Mail.Read'], account.since - 1)).toBe(false);
    expect(await tokens()).toEqual(before);
    expect(await renew('fresh', ['User.Read', 'Mail.Read'])).toBe(true);
    expect(await tokens()).toEqual(['fresh']);
  });

  it('start empty after a sign-in, as earlier grants may have been revoked', async () => {
    const { background, id, renew, tokens } = await withRenewals();
    await renew('of the last sign-in', ['Notes.Read']);
    await background.signIn({ kind: 'again', accountId: id, purpose: 'profile' });
    expect(await tokens()).toHaveLength(1);
    expect(await tokens()).not.toContain('of the last sign-in');
  });
});

describe('The credential of an account', () => {
  it('is not replaced by one of an earlier sign-in', async () => {
    const { background, id, account, holdings } = await withRenewals();
    const before = await background.life.run(() => holdings.credential(id));
    await background.life.run(() => holdings.setCredential(id, account.since - 1, { old: 'key' }));
    expect(await background.life.run(() => holdings.credential(id))).toEqual(before);
    await background.life.run(() => holdings.setCredential(id, account.since, { new: 'key' }));
    expect(await background.life.run(() => holdings.credential(id))).toEqual({ new: 'key' });
  });
});

describe('Data that a stopped background left of a signed-out account', () => {
  it('is removed at the next start, from the disk and from memory, and nothing of anybody who is', async () => {
    const { background, id } = await withRenewals();
    const { vault } = background.services;
    await background.life.run(() => vault.write('credential:stray', {}));
    await background.life.run(() => vault.write('ledger:other', {}));
    await background.life.run(() => vault.write('unrelated', {}));
    fake.session.items['tokens:third'] = [];
    const before = await background.life.run(() => vault.names());
    const next = await world.wake();
    const strays = ['credential:stray', 'ledger:other'];
    const names = await next.life.run(() => next.services.vault.names());
    expect(names.sort()).toEqual(before.filter((name) => !strays.includes(name)).sort());
    expect(names).toContain(`credential:${id}`);
    expect(fake.session.items).not.toHaveProperty(['tokens:third']);
    expect(await next.handlers.getSession()).toMatchObject({ account: { id } });
  });

  it('costs no write to the disk where there is none', async () => {
    await withRenewals();
    const first = structuredClone(fake.local.items['vault:accounts']);
    await world.wake();
    expect(fake.local.items['vault:accounts']).toEqual(first);
  });
});
