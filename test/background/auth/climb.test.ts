import { describe, expect, it } from 'vitest';
import { CredentialShape, hasRefreshToken } from '../../../background/auth/credential.ts';
import type { Permission } from '../../../src/permissions.ts';
import { standingOf } from '../../../src/storage.ts';
import { defer } from '../../fakes/deferred.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { type Background, hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, lineOf } from './consents.ts';

const world = setUpWorld();
const member = () => world.someone('member');
const isKept = async ({ services, life }: Background, id: string) =>
  hasRefreshToken((await life.run(() => services.holdings.credential(id))) ?? {});

describe('A permission that was taken back', () => {
  const both: readonly Permission[] = ['Mail.ReadBasic', 'Calendars.ReadBasic'];

  it('is not named where it was asked for together with another: Microsoft does not say which', async () => {
    const { background, id } = await world.signedIn();
    for (const purpose of ['mail-list', 'calendar'] as const) await allow(background, id, purpose);
    world.tenant.control.revokeConsent(world.someone('member'), ['Mail.ReadBasic']);
    world.passTime(hours(2));
    const { ladder } = background.services;
    const asked = background.life.run(() => ladder.token({ accountId: id, permissions: both }));
    await expect(asked).rejects.toMatchObject({ reason: 'consent-missing' });
    for (const scope of both) {
      expect(await lineOf(background, id, scope)).toMatchObject({ answer: 'granted', revokedAt: null });
    }
  });
});

describe('A refresh token', () => {
  it('gives way to Microsoft’s session if it is dead, and the new one serves', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.expireRefreshTokens(member());
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect([world.tokenRequests(), world.person.silentFlows, await isKept(background, id)]).toEqual([
      3,
      1,
      true,
    ]);
  });

  it('is thrown away if it is dead and there is no session, and costs no further request', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.expireRefreshTokens(member());
    world.person.forgetCookies();
    world.passTime(hours(2));
    const obstacle = { reason: 'refresh-token-expired' };
    expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle });
    expect(await isKept(background, id)).toBe(false);
    world.passTime(minutes(11));
    expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle });
    expect([world.tokenRequests(), world.person.silentFlows]).toEqual([2, 2]);
  });

  it.each([
    ['an outage', { status: 503, body: {} }, 'microsoft-unavailable'],
    ['an extra check', { status: 400, body: { error: 'interaction_required' } }, 'extra-check'],
  ])('is kept, and the session is not asked, where it is turned down for %s', async (_, fault, reason) => {
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.token = fault;
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason } });
    expect([await isKept(background, id), world.person.silentFlows]).toEqual([true, 0]);
  });

  it('is used without any note where it serves', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(await standingOf(id).get()).toBeNull();
    expect(world.person.silentFlows).toBe(0);
  });
});

describe('Access', () => {
  const refuse = async (aadsts: number) => {
    const { background, id } = await world.signedIn();
    world.tenant.control.answerWith(member(), { aadsts, grant: 'refresh' });
    const { ladder, changes } = background.services;
    const before = changes.revision;
    const [held] = await background.life.run(() => background.services.holdings.accessTokens(id));
    const need = { accountId: id, permissions: ['User.Read'], refused: held?.token } as const;
    await expect(background.life.run(() => ladder.token(need))).rejects.toThrow();
    return { isHeld: Object.hasOwn(fake.session.items, `tokens:${id}`), isTold: changes.revision > before };
  };

  it.each([
    [50173, 'the sign-in was revoked'],
    [50132, 'the password was changed'],
    [50057, 'the account was disabled'],
    [50034, 'the account is gone'],
  ])('ends with the refusal (AADSTS%i) that says %s, and every page is told', async (aadsts) => {
    expect(await refuse(aadsts)).toEqual({ isHeld: false, isTold: true });
  });

  it.each([
    [50055, 'the password has expired'],
    [50076, 'an extra check is wanted'],
  ])('goes on with one (AADSTS%i) that says %s', async (aadsts) => {
    expect(await refuse(aadsts)).toEqual({ isHeld: true, isTold: false });
  });
});

describe('Microsoft’s session that cannot be asked', () => {
  /** Has the 24 hours of the refresh token end, and the token endpoint fail at the redemption of the next code. */
  async function withOutage(headers: Record<string, string>) {
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.token = { status: 503, body: {}, headers };
    world.passTime(hours(25));
    const reply = await background.handlers.getProfile(id);
    expect(world.person.silentFlows).toBe(1);
    return { background, id, reply };
  }

  it('is asked again after a minute, and not after ten', async () => {
    const { background, id, reply } = await withOutage({});
    expect(reply).toMatchObject({
      obstacle: { reason: 'microsoft-unavailable', retryAt: Date.now() + minutes(1) },
    });
    world.tenant.control.faults.token = null;
    world.passTime(minutes(1) - 1);
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'obstacle' });
    world.passTime(1);
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });

  it('is asked again at the time that Microsoft names', async () => {
    const { reply } = await withOutage({ 'Retry-After': '150' });
    expect(reply).toMatchObject({ obstacle: { retryAt: Date.now() + 150_000 } });
  });

  it('is not counted as tried where there is no network', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(hours(25));
    world.network.isOffline = true;
    expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason: 'offline' } });
    expect(world.person.silentFlows).toBe(0);
    world.network.isOffline = false;
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('A sign-out while a token is fetched', () => {
  it('stores no failure and sends no further request', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.expireRefreshTokens(member());
    const hold = defer();
    world.tenant.control.faults.delay.token = hold.promise;
    world.passTime(hours(2));
    const reply = background.handlers.getProfile(id);
    await expect.poll(() => world.tokenRequests()).toBe(2);
    await background.handlers.signOut([id]);
    hold.resolve();
    expect(await reply).toMatchObject({ obstacle: { reason: 'session-ended' } });
    expect(await standingOf(id).get()).toBeNull();
    expect(world.person.silentFlows).toBe(0);
  });
});

describe('A credential that MSAL cannot read', () => {
  it('loses its refresh token, so that no request is spent on it again', async () => {
    const { background, id } = await world.signedIn();
    const { vault, holdings } = background.services;
    const credential = (await vault.read(`credential:${id}`, CredentialShape)) ?? {};
    const cut = Object.entries(credential).map(([key, text]) => [
      key,
      text.replace(/^(\{"idToken".{5}).*/, '$1'),
    ]);
    await vault.write(`credential:${id}`, Object.fromEntries(cut));
    world.person.forgetCookies();
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({
      obstacle: { reason: 'session-ended' },
    });
    const left = await background.life.run(() => holdings.credential(id));
    expect(left).not.toBeNull();
    expect(hasRefreshToken(left ?? {})).toBe(false);
  });
});
