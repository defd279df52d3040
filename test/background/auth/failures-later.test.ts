import { describe, expect, it } from 'vitest';
import { hasRefreshToken } from '../../../background/auth/credential.ts';
import { standingOf } from '../../../src/storage.ts';
import { type Background, hours, minutes, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const member = () => world.someone('member');

async function isKept({ services }: Background, id: string): Promise<boolean> {
  return hasRefreshToken((await services.holdings.credential(id)) ?? {});
}

describe('A temporary refusal', () => {
  it.each([90033, 70012])(
    'costs one request for each poll until it is over: AADSTS%i (T29)',
    async (aadsts) => {
      const { background, id } = await world.signedIn();
      world.person.forgetCookies();
      world.tenant.control.answerWith(member(), { aadsts });
      world.passTime(hours(2));
      for (let looks = 1; looks <= 3; looks += 1) {
        expect(await background.handlers.getProfile(id)).toMatchObject({
          obstacle: { reason: 'microsoft-unavailable' },
        });
        expect([world.tokenRequests(), world.person.silentFlows]).toEqual([1 + looks, 0]);
      }
      expect(await isKept(background, id)).toBe(true);
      world.tenant.control.answerWith(member(), null);
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    },
  );

  it.each([
    ['T30', 'throttled', () => world.tenant.control.answerWith(member(), { aadsts: 90055 })],
    [
      'T29',
      'microsoft-unavailable',
      () => {
        const headers = { 'Retry-After': '30' };
        world.tenant.control.faults.token = {
          status: 503,
          headers,
          body: { error: 'temporarily_unavailable' },
        };
      },
    ],
  ])(
    'is reported for row %s as %s, and Lanyard asks again only after the time that Microsoft named',
    async (_, reason, fail) => {
      const { background, id } = await world.signedIn();
      fail();
      world.passTime(hours(2));
      const retryAt = Date.now() + 30_000;
      for (const wait of [0, 0, 15_000, 14_999]) {
        world.passTime(wait);
        expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason, retryAt } });
      }
      expect([world.tokenRequests(), world.person.silentFlows]).toEqual([2, 0]);
      expect(await isKept(background, id)).toBe(true);
      world.tenant.control.answerWith(member(), null);
      world.tenant.control.faults.token = null;
      world.passTime(1);
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    },
  );

  it('makes Lanyard wait for five minutes, in this life and the next, after AADSTS50196 (T21)', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.answerWith(member(), { aadsts: 50196, grant: 'refresh' });
    world.passTime(hours(2));
    const end = Date.now() + minutes(5);
    const obstacle = { reason: 'loop-stopped', retryAt: end };
    expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle });
    world.passTime(minutes(4));
    const next = await world.wake();
    world.passTime(end - Date.now() - 1);
    expect(await next.handlers.getProfile(id)).toMatchObject({ obstacle });
    expect([world.tokenRequests(), world.person.silentFlows]).toEqual([2, 0]);
    world.tenant.control.answerWith(member(), null);
    world.passTime(1);
    expect(await next.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('A refusal while the access token in hand is still valid', () => {
  /** Has a token renewed before its end, and refused so. */
  async function refuseEarly(aadsts: number) {
    world.tenant.control.faults.accessTokenSeconds = 3600;
    const { background, id } = await world.signedIn();
    world.person.forgetCookies();
    world.tenant.control.answerWith(member(), { aadsts, grant: 'refresh' });
    world.passTime(minutes(56));
    await background.handlers.getProfile(id);
    await expect.poll(() => standingOf(id).get()).toMatchObject({ obstacle: { detail: `AADSTS${aadsts}` } });
    return background.handlers.getProfile(id);
  }

  it.each([
    ['T4', 50173, 'sign-in-revoked'],
    ['T5', 50132, 'password-changed'],
    ['T8', 50034, 'account-gone'],
    ['T9', 50057, 'account-disabled'],
  ] as const)('ends access at once for row %s (AADSTS%i): %s', async (_, aadsts, reason) => {
    const graph = world.tenant.control.counters.graph;
    expect(await refuseEarly(aadsts)).toMatchObject({ obstacle: { reason } });
    expect(world.tenant.control.counters.graph - graph).toBe(1);
  });

  it.each([
    ['T1', 700084],
    ['T11', 50055],
    ['T16', 50076],
    ['T20', 50105],
  ] as const)('leaves the access token in use for row %s (AADSTS%i)', async (_, aadsts) => {
    expect(await refuseEarly(aadsts)).toMatchObject({ kind: 'ready' });
  });
});

describe("A refresh token that has expired by this computer's clock", () => {
  it('is neither sent nor discarded, because the clock may be wrong (T31)', async () => {
    const { background, id } = await world.signedIn();
    world.person.forgetCookies();
    world.passTime(hours(25));
    for (let count = 0; count < 3; count += 1) {
      expect(await background.handlers.getProfile(id)).toMatchObject({
        obstacle: { reason: 'refresh-token-expired' },
      });
    }
    expect(world.network.tokenForms.map((form) => form.get('grant_type'))).toEqual(['authorization_code']);
    expect(world.person.silentFlows).toBe(1);
    expect(await isKept(background, id)).toBe(true);
  });
});

describe('An account without a refresh token', () => {
  it('asks the person, and never the token endpoint', async () => {
    const { background, id } = await world.signedIn();
    await background.services.vault.remove(`credential:${id}`);
    world.person.forgetCookies();
    world.passTime(hours(2));
    for (let count = 0; count < 3; count += 1) {
      expect(await background.handlers.getProfile(id)).toMatchObject({
        obstacle: { reason: 'session-ended' },
      });
    }
    expect([world.tokenRequests(), world.person.windows]).toEqual([1, 1]);
    const session = await background.signIn({ kind: 'again', accountId: id, purpose: 'profile' });
    expect(session).not.toHaveProperty('obstacle');
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});
