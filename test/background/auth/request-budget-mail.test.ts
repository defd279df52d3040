import fc from 'fast-check';
import { expect, it } from 'vitest';
import { challengeShapes } from '../../../demo/tenant/challenges.ts';
import { type Fault, failureRows } from '../../../demo/tenant/index.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const MOST = 10;
const WINDOW_MS = minutes(5);
const SCOPES = ['Mail.ReadBasic', 'Calendars.ReadBasic'];

const atToken = failureRows.flatMap(({ at, codes: [aadsts = 0] }) => (at.includes('token') ? [aadsts] : []));
const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString('base64');
const header = `Bearer error="insufficient_claims", claims="${claims}"`;
const GRAPH: Record<string, Fault> = {
  refused: { status: 401, body: {} },
  challenged: { status: 401, headers: { 'WWW-Authenticate': header }, body: {} },
  'challenged (403)': { status: 403, headers: { 'WWW-Authenticate': header }, body: {} },
  forbidden: { status: 403, body: {} },
  paused: { status: 429, headers: { 'Retry-After': '30' }, body: {} },
  out: { status: 503, body: {} },
};

const kind = <Kind extends string, Rest>(does: Kind, rest: fc.Arbitrary<Rest>) =>
  rest.map((what) => ({ does, ...what }));
const nothing = fc.constant({});
const step = fc.oneof(
  { arbitrary: kind('look', fc.record({ times: fc.integer({ min: 1, max: 6 }) })), weight: 4 },
  kind('fail at the token endpoint', fc.record({ aadsts: fc.constantFrom(...atToken) })),
  kind('fail at Graph', fc.record({ fault: fc.constantFrom(...Object.keys(GRAPH)) })),
  kind(
    'challenge',
    fc.record({ shape: fc.constantFrom(...challengeShapes), status: fc.constantFrom(401, 403) }),
  ),
  kind('revoke', fc.record({ scopes: fc.constantFrom(undefined, ['Mail.ReadBasic'], SCOPES) })),
  kind('withhold', nothing),
  kind('mend', nothing),
  kind('send a link', nothing),
  kind('wake', nothing),
  {
    arbitrary: kind('wait', fc.record({ ms: fc.constantFrom(1000, 31_000, 61_000, minutes(6), hours(2)) })),
    weight: 2,
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A failure that nothing but the limit stops, to begin with. */
const OUTAGE: Step[] = [
  { does: 'fail at the token endpoint', aadsts: 90033 },
  { does: 'look', times: 6 },
  { does: 'look', times: 6 },
];

/** Puts everything right, consents included. */
function mend(): void {
  const { control } = world.tenant;
  control.answerWith(null, null);
  control.consentForOrganisation(SCOPES);
  Object.assign(control.faults, { graph: {}, withheldScopes: [] });
}

function misbehave(step: Step): void {
  const { control } = world.tenant;
  if (step.does === 'fail at the token endpoint')
    control.answerWith(null, { aadsts: step.aadsts, at: 'token' });
  if (step.does === 'fail at Graph') control.faults.graph['/v1.0/me'] = GRAPH[step.fault] ?? 'reset';
  if (step.does === 'challenge') control.challenge(world.someone('member'), step);
  if (step.does === 'revoke') control.revokeOrganisationConsent(step.scopes);
  if (step.does === 'withhold') control.faults.withheldScopes = SCOPES;
  if (step.does === 'mend') mend();
  if (step.does === 'wait') world.passTime(step.ms);
}

/** The most token requests in any five minutes of the tenant's time, since then. */
function mostInAnyWindow(since: number): number {
  const posts = world.tenant.control.log.filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/token'),
  );
  const times = posts.map(({ at }) => Date.parse(at)).filter((at) => at > since);
  return Math.max(0, ...times.map((end) => times.filter((at) => at <= end && at > end - WINDOW_MS).length));
}

it('keeps mail and calendar within the limit on token requests, whatever Graph, Entra and the organisation do (T42, N14, N15)', async () => {
  const run = async (steps: Step[]) => {
    world.reset();
    mend();
    let { background, id } = await world.signedIn();
    const since = world.tenant.control.clock.now();
    world.passTime(hours(2));
    for (const step of [...OUTAGE, ...steps]) {
      misbehave(step);
      if (step.does === 'wake') background = await world.wake();
      if (step.does === 'send a link') await background.handlers.getApprovalRequest(id, 'mail-list');
      if (step.does !== 'look') continue;
      const { getInbox, getCalendar, getProfile } = background.handlers;
      for (let count = 0; count < step.times; count += 1) {
        const before = world.tenant.control.counters.graph;
        await Promise.all([getInbox(id), getCalendar(id), getProfile(id)]);
        // All in one request; what is refused once more, and what is out of order three times more.
        expect(world.tenant.control.counters.graph - before).toBeLessThanOrEqual(8);
      }
      expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
    }
    expect(mostInAnyWindow(since)).toBeLessThanOrEqual(MOST);
    expect(world.person.windows).toBe(1);
  };
  const sequences = fc.array(step, { minLength: 15, maxLength: 40 });
  await fc.assert(fc.asyncProperty(sequences, run), { numRuns: 6, endOnFailure: true });
});
