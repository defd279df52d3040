import { describe, expect, it } from 'vitest';
import { hasRefreshToken } from '../../../background/auth/credential.ts';
import { type FailureChoice, failureRows } from '../../../demo/tenant/index.ts';
import type { Reason } from '../../../src/errors.ts';
import { presentObstacle } from '../../../src/obstacles.ts';
import { say } from '../../../src/words.ts';
import { type Background, hours, setUpWorld } from '../../fakes/world.ts';
import { scopesIn } from './consents.ts';

const world = setUpWorld();
const member = () => world.someone('member');

/** What is to come of a refusal of the refresh token. */
interface Outcome {
  reason: Reason;
  /** Whether the refresh token stays in the vault. */
  isKept: boolean;
  /** How often Microsoft's own session is tried in silence. */
  silentFlows: 0 | 1;
  /** How the window is asked for that removes it; a hint goes with anything but `select_account`. */
  prompt: 'login' | 'select_account' | null;
  hasClaims: boolean;
}

const outcome = (reason: Reason, more: Partial<Outcome> = {}): Outcome => ({
  reason,
  isKept: true,
  silentFlows: 0,
  prompt: null,
  hasClaims: false,
  ...more,
});
const dropped = { isKept: false } as const;
const tried = { isKept: false, silentFlows: 1 } as const;
const withClaims = { hasClaims: true } as const;

/** By row and number, in each shape that Entra has been seen to use; `null` leaves the usual suberror out. */
const CASES: readonly [string, number[], Outcome, Partial<FailureChoice>?][] = [
  ['T1', [700084], outcome('refresh-token-expired', tried)],
  ['T2', [70008, 700082], outcome('refresh-token-expired', tried)],
  ['T2', [70008, 700082], outcome('refresh-token-expired', tried), { suberror: 'bad_token' }],
  ['T3', [70043], outcome('fresh-sign-in-required', { ...dropped, prompt: 'login' })],
  ['T4', [50173], outcome('sign-in-revoked', dropped)],
  ['T4', [50173], outcome('sign-in-revoked', dropped), { suberror: null }],
  ['T5', [50132, 50133], outcome('password-changed', { ...dropped, prompt: 'login' })],
  ['T5', [50132], outcome('password-changed', { ...dropped, prompt: 'login' }), { suberror: 'bad_token' }],
  ['T7', [16000, 50020, 90072], outcome('account-not-in-tenant', { prompt: 'select_account' })],
  ['T8', [50034, 51004, 50014], outcome('account-gone', { ...dropped, prompt: 'select_account' })],
  ['T9', [50057], outcome('account-disabled', dropped)],
  ['T9', [50057], outcome('account-disabled'), { suberror: 'message_only' }],
  ['T11', [50055, 50144], outcome('password-expired')],
  ['T12', [65001], outcome('consent-revoked')],
  ['T12', [65001], outcome('consent-revoked'), { error: 'consent_required', suberror: null }],
  ['T15', [90008, 65005, 650056], outcome('registration-wrong', dropped)],
  ['T15', [650057, 70011], outcome('registration-wrong')],
  ['T16', [50076, 50074, 50072, 50078, 50079, 50158], outcome('extra-check', withClaims)],
  ['T16', [50076], outcome('extra-check', withClaims), { error: 'interaction_required' }],
  ['T16', [50076], outcome('extra-check', withClaims), { suberror: null }],
  ['T17', [53000, 53001, 53002, 50097, 50129, 50131], outcome('device-policy', withClaims)],
  ['T17', [53000], outcome('device-policy', withClaims), { suberror: null }],
  ['T18', [53003, 530032, 53011], outcome('blocked-by-policy', withClaims)],
  ['T18', [53003], outcome('blocked-by-policy', withClaims), { error: 'interaction_required' }],
  ['T19', [53004], outcome('extra-check')],
  ['T20', [50105], outcome('not-assigned')],
  ['T21', [50196], outcome('loop-stopped')],
  ['T21', [50196], outcome('loop-stopped'), { error: 'temporarily_unavailable' }],
  ['T22', [90002], outcome('tenant-unknown')],
  ['T23', [700016, 70001, 7000112], outcome('app-unavailable')],
  ['T25', [9002325, 9002326, 9002327], outcome('platform-wrong')],
  ['T26', [7000218, 700025], outcome('registration-wrong')],
];
const cases = CASES.flatMap(([row, numbers, expected, shape = {}]) => {
  const how = Object.entries(shape).map(([name, value]) => `${name} ${value ?? 'left out'}`);
  return numbers.map((aadsts, place) => ({
    title: [`${row} (AADSTS${aadsts})`, ...how].join(', '),
    isFirst: place === 0,
    refusal: { aadsts, shape, expected },
  }));
});
const titled = (isFirst: boolean) =>
  cases.flatMap((each) => (each.isFirst === isFirst ? [[each.title, each.refusal] as const] : []));

async function isKept({ services }: Background, id: string): Promise<boolean> {
  return hasRefreshToken((await services.holdings.credential(id)) ?? {});
}

/** Has a refresh refused so, and looks on: at the first call, and at three more. */
async function refuse({ aadsts, shape, expected }: (typeof cases)[number]['refusal']) {
  const { background, id } = await world.signedIn();
  const { handlers } = background;
  const { reason, silentFlows } = expected;
  world.person.forgetCookies();
  world.tenant.control.answerWith(member(), { aadsts, grant: 'refresh', ...shape });
  world.passTime(hours(2));
  expect(await handlers.getProfile(id)).toMatchObject({
    obstacle: { reason, detail: `AADSTS${aadsts}`, purpose: 'profile', incident: { at: Date.now() } },
  });
  expect(await isKept(background, id)).toBe(expected.isKept);
  expect([world.tokenRequests(), world.person.silentFlows]).toEqual([2, silentFlows]);
  for (let count = 0; count < 3; count += 1) {
    expect(await handlers.getProfile(id)).toMatchObject({ obstacle: { reason } });
  }
  expect([world.tokenRequests(), world.person.silentFlows]).toEqual([2, silentFlows]);
  expect(await handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
  world.tenant.control.answerWith(member(), null);
  return { background, id };
}

describe('A refresh token that Microsoft refuses', () => {
  it.each(titled(true))(
    'leads to the outcome and the window that the table names: %s',
    async (_, refusal) => {
      const { background, id } = await refuse(refusal);
      const { aadsts, expected } = refusal;
      const session = await background.signIn({ kind: 'again', accountId: id, purpose: 'profile' });
      expect(session).not.toHaveProperty('obstacle');
      const address = world.person.addresses.at(-1);
      const wanted = failureRows.find(({ codes }) => codes.includes(aadsts))?.claims ?? '{}';
      expect({
        scopes: scopesIn(address),
        prompt: address?.searchParams.get('prompt'),
        hasHint: address?.searchParams.has('login_hint'),
        claims: JSON.parse(address?.searchParams.get('claims') ?? '{}').access_token,
      }).toEqual({
        scopes: ['user.read'],
        prompt: expected.prompt,
        hasHint: expected.prompt !== 'select_account',
        claims: {
          xms_cc: { values: ['CP1'] },
          ...(expected.hasClaims ? JSON.parse(wanted).access_token : {}),
        },
      });
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
      expect(await isKept(background, id)).toBe(true);
    },
  );

  it.each(titled(false))('leads to the same outcome as the rest of its row: %s', async (_, refusal) => {
    const { background, id } = await refuse(refusal);
    expect(await background.handlers.getSession()).toMatchObject({ account: { id } });
  });

  it('is tested with every number there is, except those of codes and of outages', () => {
    const elsewhere = ['T27', 'T28', 'T29', 'T30'];
    const expected = failureRows.filter(({ id, at }) => at.includes('token') && !elsewhere.includes(id));
    const listed = new Set(cases.map(({ refusal }) => refusal.aadsts));
    expect([...listed].sort()).toEqual(expected.flatMap(({ codes }) => codes).sort());
  });

  it.each([...new Set(cases.map(({ refusal }) => refusal.expected.reason))])(
    'is explained to the person in words: %s',
    (reason) => {
      const { title, text } = presentObstacle(reason);
      expect([say(title), say(text)]).toEqual([
        expect.stringMatching(/^\S/),
        expect.stringMatching(/^\S.*\.$/),
      ]);
    },
  );
});
