import { describe, expect, it } from 'vitest';
import { checkAnswer, type Expectation, type TokenAnswer } from '../../../background/auth/answer-checks.ts';

const clientId = '11111111-1111-4111-8111-111111111111';
const oid = 'abcdefab-2222-4222-8222-222222222222';
const tid = 'fedcbafe-3333-4333-8333-333333333333';
const now = Date.UTC(2026, 10, 22);
const s = now / 1000;
const claims = {
  aud: clientId,
  iss: `https://login.microsoftonline.com/${tid}/v2.0`,
  exp: s + 3900,
  nbf: s,
  iat: s,
  sub: 'pairwise',
  oid,
  tid,
  nonce: 'n',
};
const account = { homeAccountId: `${oid}.${tid}` };
const answer: TokenAnswer = {
  accessToken: 'token',
  tokenType: 'Bearer',
  expiresOn: new Date(now + 3_600_000),
  idTokenClaims: claims,
  account,
};
const check = (change: object, more: Partial<TokenAnswer> = {}, expected: Partial<Expectation> = {}) =>
  checkAnswer(
    { ...answer, idTokenClaims: { ...claims, ...change }, ...more },
    { clientId, ...expected },
    now,
  );
const fault = (detail: string) => expect.objectContaining({ reason: 'unverified', detail });

describe('A token answer', () => {
  it('gives the subject that it found', () => {
    expect(check({})).toBe('pairwise');
  });

  it('is held to a nonce, an account and a subject only where they are known beforehand', () => {
    expect(() => check({ nonce: 'any' })).not.toThrow();
    expect(() =>
      check({}, {}, { nonce: 'n', account: account.homeAccountId, subject: 'pairwise' }),
    ).not.toThrow();
    expect(() => check({}, {}, { nonce: 'm' })).toThrow(fault('nonce'));
    expect(() => check({}, {}, { account: `${oid}.${oid}` })).toThrow(fault('account'));
    expect(() => check({}, {}, { subject: 'another' })).toThrow(fault('sub'));
  });

  it.each<[string, object]>([
    ['claim aud', { aud: 1 }],
    ['claim sub', { sub: '' }],
    ['aud', { aud: 'another' }],
    ['iss', { iss: 'https://login.microsoftonline.com/common/v2.0' }],
    ['exp', { exp: s - 1 }],
    ['oid', { oid: clientId }],
  ])('names the fault in its claims: %s', (detail, change) => {
    expect(() => check(change)).toThrow(fault(detail));
  });

  it.each<[string, Partial<TokenAnswer>]>([
    ['account', { account: null }],
    ['token_type', { tokenType: 'pop' }],
    ['token_type', { tokenType: 'not bearer' }],
    ['token_type', { tokenType: 'bearers' }],
    ['expires_in', { expiresOn: null }],
  ])('names the fault in the rest: %s', (detail, change) => {
    expect(() => check({}, change)).toThrow(fault(detail));
  });

  it('reports to support that it holds no token', () => {
    expect(() => check({}, { accessToken: '' })).toThrow(
      expect.objectContaining({ reason: 'microsoft-unavailable', detail: 'no token in the answer' }),
    );
  });

  it('may have ids in either case', () => {
    for (const change of [{ oid: oid.toUpperCase() }, {}]) {
      expect(() => check(change)).not.toThrow();
      expect(() =>
        check(change, { account: { homeAccountId: account.homeAccountId.toUpperCase() } }),
      ).not.toThrow();
    }
    const TID = tid.toUpperCase();
    const here = { tid: TID, iss: `https://login.microsoftonline.com/${TID}/v2.0` };
    expect(() => check(here)).not.toThrow();
    // The same tenant in another case is home all the same, and so held to the object id.
    expect(() => check({ ...here, oid: clientId })).toThrow(fault('oid'));
  });
});

describe('The times of an ID token', () => {
  it('end after it was issued, and not with it', () => {
    expect(() => check({ exp: s })).toThrow(fault('exp'));
    expect(() => check({ exp: s + 1 })).not.toThrow();
  });

  it('begin no more than five minutes after it was issued', () => {
    expect(() => check({ nbf: s + 300 })).not.toThrow();
    expect(() => check({ nbf: s + 301 })).toThrow(fault('exp'));
  });

  it('are no more than 125 minutes from this computer’s clock, or the clock is named', () => {
    const at = (iat: number) => check({ iat, nbf: iat, exp: iat + 3900 });
    expect(() => at(s - 7500)).not.toThrow();
    expect(() => at(s + 7500)).not.toThrow();
    for (const iat of [s - 7501, s + 7501]) {
      expect(() => at(iat)).toThrow(expect.objectContaining({ reason: 'clock-wrong', detail: 'iat' }));
    }
  });
});
