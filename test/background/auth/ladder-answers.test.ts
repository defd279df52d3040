import { describe, expect, it } from 'vitest';
import { fake } from '../../fakes/fake-browser.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { keptOnDisk } from './kept-on-disk.ts';

const world = setUpWorld();
const permissions = ['User.Read'] as const;

describe('An answer that is no success', () => {
  it('is refused and not stored if it belongs to another person (T35)', async () => {
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

  it('is an obstacle if it grants fewer permissions, and keeps the account (T32)', async () => {
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

  it('signs in with fewer permissions, and names the missing ones (T32)', async () => {
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
    ['a success without a token (N10)', { status: 200, body: {} }, 'microsoft-unavailable'],
    ['a failure without a name (N10)', { status: 500, body: {} }, 'microsoft-unavailable'],
    ['a page of a captive portal (N4)', { status: 200, body: '<h1>Welcome</h1>' }, 'network-sign-in'],
    ['a pause (N8)', { status: 429, body: {}, headers: { 'Retry-After': '7' } }, 'throttled'],
  ])(
    'is shown as an obstacle, and the refresh token works again afterwards: %s',
    async (_, fault, reason) => {
      const { background, id } = await world.signedIn();
      world.person.forgetCookies();
      world.tenant.control.faults.token = [fault];
      world.passTime(hours(2));
      expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason } });
      world.passTime(8000);
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    },
  );

  it('is not asked for again before the time that Microsoft named (N8)', async () => {
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

describe('A lost network', () => {
  it('signs nobody out, and is over when the network is back (N2)', async () => {
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

describe('A wrong clock', () => {
  it.each([2, -2])('does no harm if it is always off by %i hours (T36)', async (off) => {
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
    'leads to a renewal if it was put back by %i ms after the sign-in (T37)',
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

  it('does not cost the refresh token if it is off by days for a while (T36)', async () => {
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
  it('is known by the account at home, and is renewed as such (T43)', async () => {
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
  it('is shown to the person as a question, and is neither stored nor mixed in (T33)', async () => {
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
