import { describe, expect, it } from 'vitest';
import { fake } from '../../fakes/fake-browser.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { keptOnDisk } from './kept-on-disk.ts';

const world = setUpWorld();
const permissions = ['User.Read'] as const;

describe('An answer that is no success', () => {
  it('T35 of another person is refused, and nothing is stored of it', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.refreshAs = world.someone('administrator');
    world.passTime(hours(2));
    const before = keptOnDisk();
    expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason: 'unverified' } });
    expect(JSON.stringify(fake.session.items)).not.toContain(world.someone('administrator').oid);
    expect(keptOnDisk()).toEqual(before);
    world.tenant.control.faults.refreshAs = null;
    expect(await background.handlers.getProfile(id)).toMatchObject({ data: { name: 'Mira Halloran' } });
  });

  it('T32 with fewer permissions is an obstacle, and costs the account nothing', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.withheldScopes = ['User.Read'];
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({
      obstacle: { reason: 'consent-revoked', purpose: 'profile' },
    });
    expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
    world.tenant.control.faults.withheldScopes = [];
    world.passTime(minutes(11));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect([world.person.windows, world.person.silentFlows]).toEqual([1, 0]);
  });

  it('T32 to a sign-in signs in, and says what is missing', async () => {
    world.tenant.control.faults.withheldScopes = ['User.Read'];
    const background = await world.wake();
    const session = await background.signIn();
    expect(session).toMatchObject({
      status: 'signed-in',
      obstacle: { reason: 'partly-granted', purpose: 'profile' },
    });
    const id = session.status === 'signed-in' ? session.account.id : '';
    expect(await background.handlers.getProfile(id)).toMatchObject({
      obstacle: { reason: 'consent-missing', purpose: 'profile' },
    });
  });

  it.each([
    ['N10', 'a success without a token', { status: 200, body: {} }, 'microsoft-unavailable'],
    ['N10', 'a failure without a name', { status: 500, body: {} }, 'microsoft-unavailable'],
    ['N4', 'a page of the hotel', { status: 200, body: '<h1>Welcome</h1>' }, 'network-sign-in'],
    ['N8', 'a pause', { status: 429, body: {}, headers: { 'Retry-After': '7' } }, 'throttled'],
  ])(
    '%s is an obstacle where it is %s, and the refresh token serves again afterwards',
    async (_, _what, fault, reason) => {
      const { background, id } = await world.signedIn();
      world.person.forgetCookies();
      world.tenant.control.faults.token = [fault];
      world.passTime(hours(2));
      expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason } });
      world.passTime(8000);
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    },
  );

  it('N8 is not asked for again before the time that Microsoft named', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.token = { status: 429, body: {}, headers: { 'Retry-After': '120' } };
    world.passTime(hours(2));
    for (const wait of [0, 60_000, 59_000]) {
      world.passTime(wait);
      const reply = await background.handlers.getProfile(id);
      expect(reply).toMatchObject({ obstacle: { reason: 'throttled', retryAt: expect.any(Number) } });
    }
    expect(world.tokenRequests()).toBe(2);
    world.passTime(1001);
    await background.handlers.getProfile(id);
    expect(world.tokenRequests()).toBe(3);
  });
});

describe('No network', () => {
  it('N2 signs nobody out, and is over when it is over', async () => {
    const { background, id } = await world.signedIn();
    world.network.isOffline = true;
    world.passTime(hours(25));
    for (let count = 0; count < 4; count += 1) {
      expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason: 'offline' } });
    }
    const next = await world.wake();
    expect(await next.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
    world.network.isOffline = false;
    expect(await next.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.person.windows).toBe(1);
  });
});

describe('A clock that is wrong', () => {
  it.each([2, -2])('T36 by %i hours all along does no harm', async (off) => {
    world.turnClock(hours(off));
    const { background, id } = await world.signedIn();
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    await background.handlers.getProfile(id);
    expect(world.tokenRequests()).toBe(1);
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.tokenRequests()).toBe(2);
  });

  it.each([minutes(5), hours(3), hours(48)])(
    'T37 and put back by %i ms after sign-in has the token renewed, not trusted',
    async (back) => {
      world.passTime(back);
      const { background, id } = await world.signedIn();
      const { ladder } = background.services;
      const old = await ladder.token({ accountId: id, permissions });
      world.passTime(-back);
      expect(await ladder.token({ accountId: id, permissions })).not.toBe(old);
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
      expect(world.tokenRequests()).toBe(2);
    },
  );

  it('T36 for a while, by days, does not cost the refresh token', async () => {
    const { background, id } = await world.signedIn();
    world.person.forgetCookies();
    world.turnClock(hours(72));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'obstacle' });
    world.turnClock(-hours(72));
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.person.windows).toBe(1);
  });
});

describe('A guest', () => {
  it('T43 is known by the account at home, and renewed as such', async () => {
    const home = {
      uid: '5a0d4b39-1f0e-4a5e-9d6b-1a2b3c4d5e6f',
      utid: '6b1e5c4a-2a1f-4b6f-8e7c-2b3c4d5e6f70',
    };
    world.network.rewriteToken = (answer) => ({
      ...answer,
      client_info: Buffer.from(JSON.stringify(home)).toString('base64url'),
    });
    const { background, id } = await world.signedIn();
    expect(id).toBe(`${home.uid}.${home.utid}`);
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ data: { name: 'Mira Halloran' } });
    const { ladder } = background.services;
    const own = `${world.someone('member').oid}.${world.someone('member').tid}`;
    await expect(ladder.token({ accountId: own, permissions })).rejects.toMatchObject({
      reason: 'session-ended',
    });
    expect(world.tokenRequests()).toBe(2);
  });
});

describe('A wrong account in the window', () => {
  it('T33 is asked about, and neither stored nor mixed in', async () => {
    const { background, id } = await world.signedIn();
    world.person.forgetCookies();
    world.person.is = world.someone('administrator');
    const before = keptOnDisk();
    const { lines } = await background.handlers.getLedger(id);
    const session = await background.signIn({ kind: 'again', accountId: id, purpose: 'profile' });
    const picked = world.person.is.userPrincipalName;
    expect(session).toMatchObject({
      account: { id },
      accounts: [{ id }],
      obstacle: { reason: 'wrong-account', picked },
    });
    expect(keptOnDisk()).toEqual(before);
    expect((await background.handlers.getLedger(id)).lines).toEqual(lines);
    const added = await background.signIn({ kind: 'add', username: picked });
    expect(added).toMatchObject({ account: { username: picked }, accounts: [{ id }, { username: picked }] });
    expect(added).not.toHaveProperty('obstacle');
  });
});
