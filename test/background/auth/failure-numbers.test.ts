import { describe, expect, it } from 'vitest';
import { classify, classifyDenial, isPermanentRefusal } from '../../../background/auth/classify.ts';
import { REASON_BY_ERROR, REASON_BY_SUBERROR } from '../../../background/auth/failure-table.ts';
import { failureRows } from '../../../demo/tenant/index.ts';
import type { AppError } from '../../../src/errors.ts';
import { presentObstacle, type Silence } from '../../../src/obstacles.ts';

// Microsoft may change AADSTS numbers without notice ("Microsoft Entra authentication and authorization error
// codes"): so a number may choose words, and save a request, but never make Lanyard ask for more.

const NUMBERS = [...failureRows.flatMap(({ codes }) => codes), 1, 99999, 999999999];
const ERRORS = [...REASON_BY_ERROR.keys(), 'kettle_boiled', 'constructor'];
const SUBERRORS = ['', ...REASON_BY_SUBERROR.keys(), 'kettle_boiled'];
const CLAIMS = ['', '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'];

/** What MSAL throws. */
const thrown = (errorCode: string, subError: string, claims: string, number: number | null) =>
  Object.assign(new Error(errorCode), {
    errorCode,
    subError,
    claims,
    errorMessage: number === null ? '' : `AADSTS${number}: it failed`,
  });

const shapes = ERRORS.flatMap((error) =>
  SUBERRORS.flatMap((suberror) => CLAIMS.map((claims) => [error, suberror, claims] as const)),
);

/** How much silence does by itself: a try at once, one a minute, one in ten minutes. */
const EAGERNESS: Record<Silence, number> = { 'browser-session': 2, later: 1, no: 0 };
const eagerness = ({ reason }: AppError) => EAGERNESS[presentObstacle(reason).silence];
/** What Microsoft has asked to be left alone for has a time, before which nothing is tried. */
const isTimed = ({ retryAt }: AppError) => retryAt !== undefined;

describe('An AADSTS number', () => {
  it('never allows more silent requests than the failure itself would', () => {
    const wrong = shapes.flatMap(([error, suberror, claims]) => {
      const without = classify(thrown(error, suberror, claims, null));
      return NUMBERS.flatMap((number) => {
        const found = classify(thrown(error, suberror, claims, number));
        const isMore = !isTimed(found) && eagerness(found) > eagerness(without);
        return isMore ? [`${without.reason} with ${number} is ${found.reason}`] : [];
      });
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('never discards a refresh token, and keeps one only in a loop', () => {
    const wrong = shapes.flatMap(([error, suberror, claims]) => {
      const without = isPermanentRefusal(classify(thrown(error, suberror, claims, null)));
      return NUMBERS.filter((number) => {
        const found = classify(thrown(error, suberror, claims, number));
        return found.reason !== 'loop-stopped' && isPermanentRefusal(found) !== without;
      }).map((number) => `${error}/${suberror}: ${number}`);
    });
    expect(wrong).toEqual([]);
  });

  it('explains nothing if the kind of failure is unknown', () => {
    for (const number of NUMBERS) {
      expect(classify(thrown('kettle_boiled', '', '', number)).reason).toBe('unexpected');
    }
  });

  it.each(['claims of eight kilobytes', 'no JSON', 'a list', 'nothing'])(
    'is shown without the claims if these are not usable: %s (T39)',
    (what) => {
      const claims = {
        'claims of eight kilobytes': JSON.stringify({ a: 'b'.repeat(8192) }),
        'no JSON': '{"access_token":',
        'a list': '[{"a":1}]',
        nothing: '{}',
      }[what];
      expect(classify(thrown('invalid_grant', '', claims ?? '', 50076)).claims).toBeUndefined();
    },
  );
});

describe('A refresh token', () => {
  it.each([
    ['invalid_grant', '', '', true],
    ['invalid_grant', 'bad_token', '', true],
    ['bad_token', '', '', true],
    ['invalid_grant', 'basic_action', '', false],
    ['invalid_grant', 'message_only', '', false],
    ['invalid_grant', 'consent_required', '', false],
    ['invalid_grant', 'kettle_boiled', '', false],
    ['invalid_grant', '', CLAIMS[1] ?? '', false],
    ['interaction_required', '', '', false],
    ['temporarily_unavailable', '', '', false],
    ['no_tokens_found', '', '', false],
    ['refresh_token_expired', '', '', false],
    ['network_error', '', '', false],
  ])('refused as %s/%s with claims "%s" is dead: %s', (error, suberror, claims, isForGood) => {
    expect(isPermanentRefusal(classify(thrown(error, suberror, claims, null)))).toBe(isForGood);
  });

  it('is kept if Entra reports a loop (T21)', () => {
    expect(isPermanentRefusal(classify(thrown('invalid_grant', '', '', 50196)))).toBe(false);
  });
});

describe('An AADSTS number about an administrator', () => {
  it.each([90093, 90094, 90095, 900941])('chooses the words for a refused consent: %i (T14)', (number) => {
    const denial = {
      response: '',
      error: 'access_denied',
      subcode: null,
      suberror: '',
      claims: undefined,
      description: `AADSTS${number}: need admin approval`,
      number: `AADSTS${number}`,
    };
    expect(classifyDenial(denial)).toMatchObject({ reason: 'approval-needed', detail: `AADSTS${number}` });
  });
});
