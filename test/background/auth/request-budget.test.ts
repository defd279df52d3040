import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spendTokenRequest } from '../../../background/auth/request-budget.ts';
import type { Fault, Faults } from '../../../demo/tenant/index.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const MOST = 10;
const WINDOW_MS = minutes(5);

const json = (error: string, more: object = {}) => ({
  error,
  error_description: 'AADSTS1: it failed',
  ...more,
});
const refused = { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };
const pause: Fault = { status: 429, body: json('temporarily_unavailable') };

/** Everything that can be wrong, but for what would take real time. */
const FAULTS: Record<string, () => Partial<Faults>> = {
  nothing: () => ({}),
  offline: () => ({ tokenNetwork: 'reset' }),
  truncated: () => ({ tokenNetwork: 'truncate' }),
  'pause without a time': () => ({ token: pause }),
  'pause of 30 s': () => ({ token: { ...pause, headers: { 'Retry-After': '30' } } }),
  'pause of 0 s': () => ({ token: { ...pause, headers: { 'Retry-After': '0' } } }),
  'failure without a name': () => ({ token: { status: 500, body: {} } }),
  outage: () => ({ token: { status: 503, body: json('server_error') } }),
  'unavailable, with status 400': () => ({ token: { status: 400, body: json('temporarily_unavailable') } }),
  invalid_grant: () => ({ token: { status: 400, body: json('invalid_grant') } }),
  bad_token: () => ({ token: { status: 400, body: json('invalid_grant', { suberror: 'bad_token' }) } }),
  'second factor': () => ({ token: { status: 400, body: json('interaction_required') } }),
  'no such error': () => ({ token: { status: 400, body: json('kettle_boiled') } }),
  'success without a token': () => ({ token: { status: 200, body: {} } }),
  page: () => ({ token: { status: 200, body: '<h1>Welcome to the hotel</h1>' } }),
  'wrong user': () => ({ refreshAs: world.someone('administrator') }),
  'wrong audience': () => ({ idToken: 'wrong-aud' }),
  'no ID token': () => ({ idToken: 'no-id-token' }),
  'fewer permissions': () => ({ withheldScopes: ['User.Read'] }),
  'tokens that Graph refuses': () => ({ graph: { '/v1.0/me': refused } }),
  'tokens of no life': () => ({ accessTokenSeconds: 1 }),
};

const step = fc.record({
  fault: fc.constantFrom(...Object.keys(FAULTS)),
  wait: fc.constantFrom(0, 0, 0, 1000, 31_000, 61_000, minutes(6), hours(2)),
  turn: fc.constantFrom(0, 0, 0, 0, -minutes(1), -hours(1), -hours(30)),
  isNewLife: fc.boolean(),
  callers: fc.integer({ min: 1, max: 3 }),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** The most token requests in any five minutes of the tenant's time, beside the sign-in itself. */
function mostInAnyWindow(since: number): number {
  const times = world.tenant.control.log
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/token'))
    .map(({ at }) => Date.parse(at))
    .filter((at) => at > since);
  return Math.max(0, ...times.map((end) => times.filter((at) => at <= end && at > end - WINDOW_MS).length));
}

function misbehave(fault: string): void {
  Object.assign(world.tenant.control.faults, {
    token: null,
    tokenNetwork: null,
    refreshAs: null,
    idToken: null,
    withheldScopes: [],
    graph: {},
    accessTokenSeconds: null,
    ...FAULTS[fault]?.(),
  });
}

describe('The limit on token requests', () => {
  it('holds for any series of failures, and nobody is ever signed out (T42)', async () => {
    const run = async (steps: Step[]) => {
      misbehave('nothing');
      world.reset();
      const { background: first, id } = await world.signedIn();
      const since = world.tenant.control.clock.now();
      world.passTime(hours(2));
      let background = first;
      for (const { fault, wait, turn, isNewLife, callers } of steps) {
        misbehave(fault);
        world.passTime(wait);
        world.turnClock(turn);
        if (isNewLife) background = await world.wake();
        const replies = Array.from({ length: callers }, () => background.handlers.getProfile(id));
        for (const { status } of await Promise.allSettled(replies)) {
          // A name that nobody knows is shown as unexpected; anything else has words.
          expect(status === 'fulfilled' || fault === 'no such error').toBe(true);
        }
        expect(await background.handlers.getSession()).toMatchObject({
          status: 'signed-in',
          account: { id },
        });
      }
      expect(mostInAnyWindow(since)).toBeLessThanOrEqual(MOST);
      expect(world.person.windows).toBe(1);
    };
    const sequences = fc.array(step, { minLength: 15, maxLength: 40 });
    // Shrinking would take minutes; the seed is shown.
    await fc.assert(fc.asyncProperty(sequences, run), { numRuns: 12, endOnFailure: true });
  });

  it('is reached by a failure that nothing else stops, and ends after five minutes (T42)', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.token = { status: 200, body: {} };
    world.passTime(hours(2));
    for (let count = 0; count < MOST; count += 1) {
      const reply = await background.handlers.getProfile(id);
      expect(reply).toMatchObject({ obstacle: { reason: 'microsoft-unavailable' } });
    }
    for (let count = 0; count < 3; count += 1) {
      const reply = await background.handlers.getProfile(id);
      expect(reply).toMatchObject({ obstacle: { reason: 'loop-stopped', retryAt: Date.now() + WINDOW_MS } });
    }
    expect(world.tokenRequests()).toBe(1 + MOST);
    world.tenant.control.faults.token = null;
    world.passTime(WINDOW_MS);
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });

  it('lasts for five minutes and no longer if the clock is put back (T42)', async () => {
    const now = Date.now();
    for (let count = 0; count < MOST; count += 1) await spendTokenRequest('a', now);
    const before = now - hours(1);
    await expect(spendTokenRequest('a', before)).rejects.toMatchObject({ retryAt: before + WINDOW_MS });
    await expect(spendTokenRequest('a', before + WINDOW_MS - 1)).rejects.toThrow('loop-stopped');
    await spendTokenRequest('a', before + WINDOW_MS);
    await spendTokenRequest('b', now);
    expect(fake.session.items['requests:a']).toEqual([before + WINDOW_MS]);
  });
});
