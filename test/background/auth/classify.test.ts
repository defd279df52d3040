import { describe, expect, it } from 'vitest';
import { classify, classifyDenial } from '../../../background/auth/classify.ts';
import { AppError } from '../../../src/errors.ts';

const msalError = (errorCode: string, errorMessage = '') =>
  Object.assign(new Error(`${errorCode}: ${errorMessage}`), { errorCode, errorMessage });

describe('classify', () => {
  it.each([
    [
      'invalid_grant',
      'AADSTS700084: The refresh token was issued to a single page app',
      'refresh-token-expired',
    ],
    ['interaction_required', 'AADSTS50076: ...', 'extra-check'],
    ['no_tokens_found', '', 'session-ended'],
    ['invalid_request', 'AADSTS9002326: ...', 'platform-wrong'],
    ['unauthorized_client', 'AADSTS700016: ...', 'app-unavailable'],
    ['temporarily_unavailable', 'AADSTS90033: ...', 'microsoft-unavailable'],
    ['nonce_mismatch', '', 'unverified'],
    ['network_error', '', 'offline'],
  ])('maps %s to its reason', (code, text, reason) => {
    const error = classify(msalError(code, text));
    expect(error).toMatchObject({ reason, detail: /AADSTS\d+/.exec(text)?.[0] ?? code });
  });

  it('shows no name that it does not know (A9)', () => {
    expect(classify(msalError('call 0800 123'))).toMatchObject({ reason: 'unexpected', detail: undefined });
  });

  it('decides by the code, not by the text', () => {
    expect(classify(msalError('invalid_grant', 'interaction_required access_denied'))).toMatchObject({
      reason: 'session-ended',
    });
  });

  it('takes nothing but the number from a text that a server wrote', () => {
    const error = classify(msalError('invalid_grant', 'AADSTS50034: ada@example.com does not exist'));
    expect(JSON.stringify({ reason: error.reason, detail: error.detail })).not.toContain('ada');
  });

  it('leaves an error that is already classified as it is', () => {
    const error = new AppError('offline');
    expect(classify(error)).toBe(error);
  });

  it.each([[null], ['text'], [new TypeError('x')], [{ errorCode: 90055 }]])(
    'calls %s unexpected',
    (thrown) => {
      expect(classify(thrown).reason).toBe('unexpected');
    },
  );
});

describe('classifyDenial', () => {
  const answer = {
    response: '',
    subcode: null,
    suberror: '',
    claims: undefined,
    description: '',
    number: undefined,
  };
  it.each([
    [{ ...answer, error: 'access_denied', subcode: 'cancel' }, 'cancelled'],
    [{ ...answer, error: 'access_denied', number: 'AADSTS65004' }, 'declined'],
    [{ ...answer, error: 'server_error' }, 'microsoft-unavailable'],
    [{ ...answer, error: 'login_required' }, 'session-ended'],
    [{ ...answer, error: 'hello' }, 'unexpected'],
    [{ ...answer, error: 'constructor' }, 'unexpected'],
    [{ ...answer, error: '__proto__' }, 'unexpected'],
    [{ ...answer, error: null }, 'unexpected'],
  ])('maps %j to %s', (denial, reason) => {
    expect(classifyDenial(denial).reason).toBe(reason);
  });
});
