import { describe, expect, it } from 'vitest';
import { defer } from '../../fakes/deferred.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const permissions = ['User.Read'] as const;
const sightOf = (path: string) => world.tenant.control.log.filter((entry) => entry.path.endsWith(path));

describe('The token cache', () => {
  it('answers first, without a request', async () => {
    const { background, id } = await world.signedIn();
    const { ladder } = background.services;
    const token = await ladder.token({ accountId: id, permissions });
    expect(await ladder.token({ accountId: id, permissions })).toBe(token);
    expect(world.tokenRequests()).toBe(1);
  });

  it('serves the next life of the background', async () => {
    const { background, id } = await world.signedIn();
    const token = await background.services.ladder.token({ accountId: id, permissions });
    const next = await world.wake();
    expect(await next.services.ladder.token({ accountId: id, permissions })).toBe(token);
  });

  it('never returns the token that was just refused', async () => {
    const { background, id } = await world.signedIn();
    const { ladder } = background.services;
    const refused = await ladder.token({ accountId: id, permissions });
    const tokens = await Promise.all(
      [1, 2, 3].map(() => ladder.token({ accountId: id, permissions, refused })),
    );
    expect(tokens).not.toContain(refused);
    expect(world.tokenRequests()).toBe(2);
  });

  it('finds a token again by its scopes, in whatever form the answer writes them (T38)', async () => {
    world.network.rewriteToken = (answer) => ({
      ...answer,
      scope: 'https://graph.microsoft.com/User.Read openid profile',
    });
    const { background, id } = await world.signedIn();
    for (let count = 0; count < 5; count += 1) await background.handlers.getProfile(id);
    expect(world.tokenRequests()).toBe(1);
  });
});

describe('The refresh token', () => {
  it('costs one token request for 50 callers at expiry (S2)', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(hours(2));
    const callers = Array.from({ length: 50 }, () =>
      background.services.ladder.token({ accountId: id, permissions }),
    );
    expect(new Set(await Promise.all(callers)).size).toBe(1);
    expect(world.tokenRequests()).toBe(2);
    expect([world.person.windows, world.person.silentFlows]).toEqual([1, 0]);
  });

  it('serves parallel callers with different permissions by one request (S2)', async () => {
    world.tenant.control.faults.accessTokenSeconds = 3600;
    const { background, id } = await world.signedIn();
    world.passTime(hours(2));
    for (const purpose of ['mail-list', 'calendar'] as const) {
      await background.signIn({ kind: 'again', accountId: id, purpose });
    }
    const before = world.tokenRequests();
    world.passTime(hours(2));
    const { getProfile, getInbox, getCalendar } = background.handlers;
    const readers = [getProfile, getInbox, getCalendar, getInbox];
    const replies = await Promise.all(readers.map((read) => read(id)));
    expect(replies.map(({ kind }) => kind)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(world.tokenRequests()).toBe(before + 1);
  });

  it('serves two accounts side by side, each with its own token', async () => {
    const { id } = await world.signedIn();
    const other = (await world.signedIn(world.someone('personal'))).id;
    const next = await world.wake();
    world.passTime(hours(2));
    const names = await Promise.all([id, other].map((each) => next.handlers.getProfile(each)));
    expect(names).toMatchObject([{ data: { name: 'Mira Halloran' } }, { data: { name: 'Sam Pelling' } }]);
    expect(
      sightOf('/token')
        .slice(2)
        .map(({ person }) => person)
        .sort(),
    ).toEqual(['mira', 'sam']);
  });

  it('is used once after the computer slept past the expiry (L13)', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.getProfile(id);
    world.passTime(hours(9));
    await Promise.all([background.handlers.getProfile(id), background.handlers.getProfile(id)]);
    expect(world.tokenRequests()).toBe(2);
  });

  it('works after a restart of the browser, with one request and no window (S7)', async () => {
    const { id } = await world.signedIn();
    world.person.forgetCookies();
    const background = await world.restartBrowser();
    expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect([world.tokenRequests(), world.person.windows, world.person.silentFlows]).toEqual([2, 1, 0]);
  });
});

describe('A token near its expiry', () => {
  it.each([
    ['its end is near', {}, minutes(56)],
    ['Entra wants it renewed', { refresh_in: 600 }, minutes(11)],
  ])('serves while the next one is fetched, because %s', async (_, extra, age) => {
    world.tenant.control.faults.accessTokenSeconds = 3600;
    world.network.rewriteToken = (answer) => ({ ...answer, ...extra });
    const { background, id } = await world.signedIn();
    const { ladder } = background.services;
    const old = await ladder.token({ accountId: id, permissions });
    world.passTime(age);
    const hold = defer();
    world.tenant.control.faults.delay.token = hold.promise;
    expect(await Promise.all([1, 2, 3].map(() => ladder.token({ accountId: id, permissions })))).toEqual([
      old,
      old,
      old,
    ]);
    hold.resolve();
    await expect.poll(() => ladder.token({ accountId: id, permissions })).not.toBe(old);
    expect(world.tokenRequests()).toBe(2);
  });

  it('serves until it expires if no new one can be had, and Lanyard asks once a minute', async () => {
    world.tenant.control.faults.accessTokenSeconds = 3600;
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.token = { status: 500, body: {} };
    world.passTime(minutes(56));
    for (let count = 0; count < 5; count += 1) await background.handlers.getProfile(id);
    await expect.poll(() => world.tokenRequests()).toBe(2);
    world.passTime(minutes(1) + 1);
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    await expect.poll(() => world.tokenRequests()).toBe(3);
  });
});

describe('A refresh token that is dead', () => {
  const dead = () => world.tenant.control.log.filter(({ grantType }) => grantType === 'refresh_token');

  it.each([
    [
      '700084',
      'refresh-token-expired',
      () => world.tenant.control.expireRefreshTokens(world.someone('member')),
    ],
    ['50173', 'sign-in-revoked', () => world.tenant.control.revokeRefreshTokens(world.someone('member'))],
  ])('is not sent twice (%s), in this life or the next', async (_, reason, kill) => {
    const { background, id } = await world.signedIn();
    kill();
    world.person.forgetCookies();
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason } });
    for (const wait of [0, minutes(11), hours(3)]) {
      world.passTime(wait);
      const next = await world.wake();
      expect(await next.handlers.getProfile(id)).toMatchObject({ obstacle: { reason } });
    }
    const restarted = await world.restartBrowser();
    expect(await restarted.handlers.getProfile(id)).toMatchObject({ kind: 'obstacle' });
    expect(dead()).toHaveLength(1);
    expect(await restarted.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
  });

  it('is replaced by a sign-in of the same account', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.revokeRefreshTokens(world.someone('member'));
    world.person.forgetCookies();
    world.passTime(hours(2));
    await background.handlers.getProfile(id);
    const session = await background.signIn({ kind: 'again', accountId: id, purpose: 'profile' });
    expect(session).toMatchObject({ status: 'signed-in', account: { id } });
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });

  it('is kept if only a consent is missing', async () => {
    const { background, id } = await world.signedIn();
    const { ladder } = background.services;
    await background.signIn({ kind: 'again', accountId: id, purpose: 'mail-list' });
    world.tenant.control.revokeConsent(world.someone('member'), ['Mail.ReadBasic']);
    world.passTime(hours(2));
    await expect(ladder.token({ accountId: id, permissions: ['Mail.ReadBasic'] })).rejects.toMatchObject({
      reason: 'consent-revoked',
    });
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(dead()).toHaveLength(2);
  });
});
