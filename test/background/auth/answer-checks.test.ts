import { describe, expect, it } from 'vitest';
import { checkAnswer, type TokenAnswer } from '../../../background/auth/answer-checks.ts';

const clientId = '11111111-1111-4111-8111-111111111111';
const oid = '22222222-2222-4222-8222-222222222222';
const tid = '33333333-3333-4333-8333-333333333333';
const other = '44444444-4444-4444-8444-444444444444';
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
const answer: TokenAnswer = {
  accessToken: 'token',
  tokenType: 'Bearer',
  expiresOn: new Date(now + 3_600_000),
  idTokenClaims: claims,
  account: { homeAccountId: `${oid}.${tid}` },
};
const expected = { clientId, nonce: 'n', account: `${oid}.${tid}` };
const check = (change: Partial<TokenAnswer>) => () => checkAnswer({ ...answer, ...change }, expected, now);
const withClaims = (change: object) => check({ idTokenClaims: { ...claims, ...change } });

describe('checkAnswer', () => {
  it('accepts a correct answer', () => {
    expect(check({})).not.toThrow();
  });

  it.each([
    ['another audience', { aud: other }],
    ['several audiences', { aud: [clientId, other] }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: `https://login.example.com/${tid}/v2.0` }],
    ['the issuer of another tenant', { iss: `https://login.microsoftonline.com/${other}/v2.0` }],
    ['another tenant', { tid: other }],
    ['no tenant', { tid: undefined }],
    ['a tenant that is no GUID', { tid: '../common' }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['no object id', { oid: undefined }],
    ['another object id', { oid: other }],
    ['an end before its beginning', { exp: s - 1 }],
    ['no end', { exp: undefined }],
    ['a beginning long after its issue', { nbf: s + 301 }],
    ['no time of issue', { iat: undefined }],
    ['another nonce', { nonce: 'm' }],
    ['no nonce', { nonce: undefined }],
  ])('refuses an ID token with %s', (_, change) => {
    expect(withClaims(change)).toThrow('unverified');
  });

  const hours = (count: number) => ({
    iat: s + count * 3600,
    nbf: s + count * 3600,
    exp: s + count * 3600 + 3900,
  });

  it.each([-2, -1, 1, 2])('allows for a clock that is %i hours off (T36)', (count) => {
    expect(withClaims(hours(count))).not.toThrow();
  });

  it.each([-168, -3, 3])('reports a clock that is %i hours off', (count) => {
    expect(withClaims(hours(count))).toThrow('clock-wrong');
  });

  it('accepts an ID token without an nbf claim', () => {
    expect(withClaims({ nbf: undefined })).not.toThrow();
  });

  it.each([
    ['no token', { accessToken: '' }, 'microsoft-unavailable'],
    ['no account', { account: null }, 'unverified'],
    ['another account', { account: { homeAccountId: `${oid}.${other}` } }, 'unverified'],
    ['another kind of token', { tokenType: 'pop' }, 'unverified'],
    ['an end that is no date', { expiresOn: new Date(Number.NaN) }, 'unverified'],
    ['a token that has ended', { expiresOn: new Date(now) }, 'unverified'],
    ['a token without an end', { expiresOn: null }, 'unverified'],
  ])('refuses an answer with %s', (_, change, reason) => {
    expect(check(change)).toThrow(reason);
  });

  it('accepts a lower-case token type', () => {
    expect(check({ tokenType: 'bearer' })).not.toThrow();
  });

  it('accepts a guest, whose object id here differs from the one at home', () => {
    const guest = { homeAccountId: `${other}.${other}` };
    expect(() =>
      checkAnswer({ ...answer, account: guest }, { ...expected, account: `${other}.${other}` }, now),
    ).not.toThrow();
  });

  it('reports the part that was wrong without its value', () => {
    expect.assertions(2);
    try {
      withClaims({ aud: other })();
    } catch (error) {
      expect(error).toMatchObject({ detail: 'aud' });
      expect(JSON.stringify(error)).not.toContain(other);
    }
  });
});
