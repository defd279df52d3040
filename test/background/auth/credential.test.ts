import { describe, expect, it } from 'vitest';
import { hasRefreshToken, toCredential, withoutRefreshToken } from '../../../background/auth/credential.ts';

const json = JSON.stringify;
const keys = { idToken: ['i'], accessToken: ['a'], refreshToken: ['r'] };
const refreshToken = json({ credentialType: 'RefreshToken', secret: 'r' });
const account = json({ authorityType: 'MSSTS', username: 'ada' });

/** What MSAL has in its cache after a sign-in. */
const entries = new Map([
  ['keys', json(keys)],
  ['accounts', json(['account'])],
  ['account', account],
  ['refresh', refreshToken],
  ['access', json({ credentialType: 'AccessToken', secret: 'a' })],
  ['id', json({ credentialType: 'IdToken', secret: 'i' })],
  ['throttling', json({ throttleTime: 1 })],
  ['version', '5.29.0'],
  ['number', '1'],
  ['nothing', 'null'],
  ['other', json({ credentialType: 1 })],
]);

describe('A credential', () => {
  it('is what lasts of MSAL’s cache: its lists, the account and the refresh token', () => {
    expect(toCredential(entries)).toEqual({
      keys: json({ idToken: [], accessToken: [], refreshToken: ['r'] }),
      accounts: json(['account']),
      account,
      refresh: refreshToken,
    });
  });

  it('has a refresh token where one of its entries is one, and readable', () => {
    expect(hasRefreshToken(toCredential(entries))).toBe(true);
    expect(hasRefreshToken({ account })).toBe(false);
    expect(hasRefreshToken({ cut: refreshToken.slice(0, -1) })).toBe(false);
    expect(hasRefreshToken({})).toBe(false);
  });

  it('keeps everything else if it loses its refresh token', () => {
    const left = withoutRefreshToken({ ...toCredential(entries), text: 'no JSON' });
    expect(left).toEqual({
      keys: json({ idToken: [], accessToken: [], refreshToken: [] }),
      accounts: json(['account']),
      account,
      text: 'no JSON',
    });
    expect(hasRefreshToken(left)).toBe(false);
  });
});
