import { describe, expect, it } from 'vitest';
import {
  aadstsNumber,
  checkAuthorizeUrl,
  readAuthorizeAnswer,
} from '../../../background/auth/authorize-url.ts';

const expected = {
  clientId: 'id',
  redirectUri: 'https://x.chromiumapp.org/',
  scopes: ['openid', 'User.Read'],
};
const params = {
  client_id: 'id',
  redirect_uri: 'https://x.chromiumapp.org/',
  response_type: 'code',
  response_mode: 'fragment',
  code_challenge: 'c'.repeat(43),
  code_challenge_method: 'S256',
  state: 's',
  nonce: 'n',
  scope: 'User.Read openid',
};
const address = (change: Record<string, string> = {}, origin = 'https://login.microsoftonline.com') =>
  `${origin}/common/oauth2/v2.0/authorize?${new URLSearchParams({ ...params, ...change })}`;

describe('checkAuthorizeUrl', () => {
  it('accepts the URL that MSAL builds', () => {
    expect(checkAuthorizeUrl(address(), expected).searchParams.get('state')).toBe('s');
  });

  it.each([
    ['response_type', 'token'],
    ['response_mode', 'form_post'],
    ['code_challenge', 'short'],
    ['code_challenge_method', 'plain'],
    ['state', ''],
    ['nonce', ''],
    ['client_id', 'other'],
    ['redirect_uri', 'https://x.chromiumapp.org'],
    ['scope', 'openid User.Read Mail.Read'],
    ['scope', 'openid'],
  ])('refuses %s "%s" (A20)', (name, value) => {
    expect(() => checkAuthorizeUrl(address({ [name]: value }), expected)).toThrow('unverified');
  });

  it.each([['https://login.microsoftonline.com.evil.example'], ['http://login.microsoftonline.com']])(
    'refuses to go to %s',
    (origin) => {
      expect(() => checkAuthorizeUrl(address({}, origin), expected)).toThrow('unverified');
    },
  );
});

describe('readAuthorizeAnswer', () => {
  const asked = new URL(address());
  const redirect = (tail: string) => new URL(`https://x.chromiumapp.org/${tail}`);

  it('reads an error with its reference from the fragment', () => {
    const text = 'AADSTS65004: User declined to consent.\r\nTrace ID: 1';
    const params = new URLSearchParams({ error: 'access_denied', error_description: text, state: 's' });
    expect(readAuthorizeAnswer(redirect(`#${params}`), asked)).toMatchObject({
      error: 'access_denied',
      subcode: null,
      number: 'AADSTS65004',
    });
  });

  it('reads an error from the query, where Entra appends an empty fragment', () => {
    expect(
      readAuthorizeAnswer(redirect('?error=access_denied&error_subcode=cancel&state=s#'), asked),
    ).toMatchObject({
      error: 'access_denied',
      subcode: 'cancel',
    });
  });

  it.each([['#code=c&state=other'], ['#code=c'], ['#error=Your%20computer%20is%20infected']])(
    'ignores an answer to another request: %s (A4)',
    (tail) => {
      expect(() => readAuthorizeAnswer(redirect(tail), asked)).toThrow('unverified');
    },
  );

  it('refuses an answer that names another sign-in host (A6)', () => {
    const tail = '#code=c&state=s&cloud_instance_host_name=evil.example';
    expect(() => readAuthorizeAnswer(redirect(tail), asked)).toThrow('unverified');
  });
});

describe('aadstsNumber', () => {
  it.each([
    ['AADSTS9002326: Cross-origin token redemption', 'AADSTS9002326'],
    ['AADSTS: nothing', undefined],
    ['', undefined],
  ])('extracts from "%s" the number %s', (text, number) => {
    expect(aadstsNumber(text)).toBe(number);
  });
});
