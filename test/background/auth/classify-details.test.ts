import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  asRedemption,
  classify,
  classifyDenial,
  isDamage,
  isPermanentRefusal,
} from '../../../background/auth/classify.ts';
import { AppError } from '../../../src/errors.ts';

const now = Date.UTC(2026, 5, 1, 12);
const id = (digit: string) => `${digit.repeat(8)}-aaaa-4aaa-8aaa-${digit.repeat(12)}`;
const failed = (fields: object) => Object.assign(new Error('MSAL'), fields);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now }));
afterEach(() => void vi.useRealTimers());

describe('A failure of MSAL', () => {
  it('has the ids of Microsoft’s text, and the time', () => {
    const errorMessage = `AADSTS50076: no. Trace ID: ${id('1')} Correlation ID: ${id('2')} Timestamp: x`;
    const error = classify(
      failed({ errorCode: 'interaction_required', errorMessage, correlationId: id('3') }),
    );
    expect(error).toMatchObject({
      detail: 'AADSTS50076',
      incident: { traceId: id('1'), correlationId: id('2'), at: now },
    });
  });

  it('has the id that MSAL hands on where the text has none, unless it is no id', () => {
    const incidentOf = (correlationId: unknown) =>
      classify(failed({ errorCode: 'invalid_grant', correlationId })).incident;
    expect(incidentOf(id('3'))).toEqual({ correlationId: id('3'), traceId: undefined, at: now });
    expect(incidentOf('call 0800')).toEqual({ correlationId: undefined, traceId: undefined, at: now });
    expect(incidentOf(7)).toMatchObject({ correlationId: undefined });
  });

  it.each([
    ['50076', 'AADSTS50076'],
    ['50', 'AADSTS50'],
    ['123456789', 'AADSTS123456789'],
    ['5', 'invalid_grant'],
    ['1234567890', 'invalid_grant'],
    ['50076 or so', 'invalid_grant'],
    ['no 50076', 'invalid_grant'],
    [50076, 'invalid_grant'],
  ])('takes its number from MSAL where the text has none: %s', (errorNo, detail) => {
    expect(classify(failed({ errorCode: 'invalid_grant', errorNo }))).toMatchObject({ detail });
  });

  it('prefers the number of the text', () => {
    const error = classify(
      failed({ errorCode: 'invalid_grant', errorMessage: 'AADSTS50057', errorNo: '50076' }),
    );
    expect(error).toMatchObject({ detail: 'AADSTS50057' });
  });

  it('keeps what was thrown as its cause', () => {
    const thrown = failed({ errorCode: 'invalid_grant' });
    expect(classify(thrown).cause).toBe(thrown);
  });

  it('has Lanyard wait for five minutes after a loop, and for nothing else', () => {
    const loop = classify(failed({ errorCode: 'invalid_grant', errorMessage: 'AADSTS50196: loop' }));
    expect(loop).toMatchObject({ reason: 'loop-stopped', retryAt: now + 300_000 });
    expect(classify(failed({ errorCode: 'invalid_grant' })).retryAt).toBeUndefined();
  });
});

describe('The claims of a failure', () => {
  const claimsOf = (claims: unknown, ofAnswer?: string) =>
    classify(failed({ errorCode: 'invalid_grant', claims }), ofAnswer).claims;

  it('are those that MSAL hands on, and those of the answer where it hands on none', () => {
    expect(claimsOf('{"a":1}', '{"b":2}')).toBe('{"a":1}');
    expect(claimsOf('', '{"b":2}')).toBe('{"b":2}');
    expect(claimsOf(undefined)).toBeUndefined();
  });

  it('make an extra check of a refusal, and of nothing else', () => {
    expect(classify(failed({ errorCode: 'invalid_grant', claims: '{"a":1}' })).reason).toBe('extra-check');
    expect(classify(failed({ errorCode: 'invalid_grant' })).reason).toBe('session-ended');
    expect(classify(failed({ errorCode: 'temporarily_unavailable', claims: '{"a":1}' })).reason).toBe(
      'microsoft-unavailable',
    );
  });

  it.each(['[1]', '[]', '{}', 'null', '1', '"text"', '{', `{"a":"${'x'.repeat(8 * 1024)}"}`])(
    'are none where they are no object with anything in it: %.20s',
    (text) => {
      expect(claimsOf(text)).toBeUndefined();
    },
  );

  it('may be as long as 8 KiB', () => {
    const frame = '{"a":""}'.length;
    const text = `{"a":"${'x'.repeat(8 * 1024 - frame)}"}`;
    expect(claimsOf(text)).toBe(text);
  });
});

describe('A no from the window', () => {
  const answer = {
    response: '',
    error: 'access_denied',
    subcode: null,
    suberror: '',
    claims: undefined,
    description: '',
    number: undefined,
  };

  it('is a cancelled page only where both the error and its subcode say so', () => {
    expect(classifyDenial({ ...answer, subcode: 'cancel' }).reason).toBe('cancelled');
    expect(classifyDenial({ ...answer, error: 'server_error', subcode: 'cancel' }).reason).toBe(
      'microsoft-unavailable',
    );
    expect(classifyDenial({ ...answer, subcode: 'other' }).reason).toBe('declined');
  });

  it('has its claims, its number and its ids', () => {
    const denial = classifyDenial({
      ...answer,
      error: 'interaction_required',
      claims: '{"a":1}',
      number: 'AADSTS50076',
      description: `Trace ID: ${id('1')}`,
    });
    expect(denial).toMatchObject({
      reason: 'extra-check',
      claims: '{"a":1}',
      detail: 'AADSTS50076',
      incident: { traceId: id('1') },
    });
  });
});

describe('A refresh token', () => {
  const refused = (fields: object, options: object = {}, reason = 'session-ended' as const) =>
    new AppError(reason, { cause: failed(fields), ...options });

  it.each([
    ['invalid_grant without a suberror', refused({ errorCode: 'invalid_grant' }), true],
    ['bad_token', refused({ errorCode: 'bad_token' }), true],
    ['the suberror bad_token', refused({ errorCode: 'invalid_grant', subError: 'bad_token' }), true],
    [
      'the suberror bad_token, with claims',
      refused({ errorCode: 'invalid_grant', subError: 'bad_token' }, { claims: '{"a":1}' }),
      true,
    ],
    ['another suberror', refused({ errorCode: 'invalid_grant', subError: 'consent_required' }), false],
    ['claims', refused({ errorCode: 'invalid_grant' }, { claims: '{"a":1}' }), false],
    ['another error', refused({ errorCode: 'interaction_required' }), false],
    [
      'another error and bad_token',
      refused({ errorCode: 'interaction_required', subError: 'bad_token' }),
      false,
    ],
    ['a loop', new AppError('loop-stopped', { cause: failed({ errorCode: 'invalid_grant' }) }), false],
    ['an error that is not Lanyard’s', failed({ errorCode: 'invalid_grant' }), false],
    ['nothing', null, false],
  ])('turned down with %s is dead: %s', (_, thrown, expected) => {
    expect(isPermanentRefusal(thrown)).toBe(expected);
  });

  it.each([
    ['a text that is no JSON', new AppError('unexpected', { cause: new SyntaxError('x') }), true],
    ['another fault', new AppError('unexpected', { cause: new TypeError('x') }), false],
    ['a known failure', new AppError('offline', { cause: new SyntaxError('x') }), false],
    ['an error that is not Lanyard’s', new SyntaxError('x'), false],
  ])('is damaged where MSAL fails with %s: %s', (_, thrown, expected) => {
    expect(isDamage(thrown)).toBe(expected);
  });
});

describe('A refusal of a code', () => {
  const cause = failed({ errorCode: 'invalid_grant' });

  it('is a sign-in that was interrupted, with its number', () => {
    const error = asRedemption(new AppError('session-ended', { cause, detail: 'AADSTS70008' }));
    expect(error).toMatchObject({ reason: 'interrupted', detail: 'AADSTS70008', cause });
  });

  it('stays what it is where its number says more, or where it is no refusal', () => {
    for (const error of [
      new AppError('platform-wrong', { cause }),
      new AppError('session-ended', { cause: failed({ errorCode: 'login_required' }) }),
    ]) {
      expect(asRedemption(error)).toBe(error);
    }
  });
});
