import { describe, expect, it } from 'vitest';
import { checkAuthorizeUrl, readAuthorizeAnswer } from '../../../background/auth/authorize-url.ts';
import { REDIRECT_URI } from '../../fakes/fake-browser.ts';

const expected = { clientId: 'app', redirectUri: REDIRECT_URI, scopes: ['openid', 'User.Read'] };
const params = {
  response_type: 'code',
  response_mode: 'fragment',
  code_challenge_method: 'S256',
  code_challenge: 'c'.repeat(43),
  state: 's',
  nonce: 'n',
  client_id: 'app',
  redirect_uri: REDIRECT_URI,
  scope: 'openid User.Read',
};
const address = (change: object = {}) => {
  const given = Object.entries({ ...params, ...change }).filter(([, value]) => value !== undefined);
  return `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?${new URLSearchParams(given)}`;
};
const fault = (detail: string) => expect.objectContaining({ reason: 'unverified', detail });

describe('An authorize URL', () => {
  it('passes with the scopes that were asked for, however they are spaced', () => {
    expect(
      checkAuthorizeUrl(address({ scope: ' User.Read  openid ' }), expected).searchParams.get('state'),
    ).toBe('s');
  });

  it.each(Object.keys(params))('is refused without its %s, and the fault is named', (name) => {
    const named = name === 'code_challenge_method' ? 'code_challenge' : name;
    expect(() => checkAuthorizeUrl(address({ [name]: undefined }), expected)).toThrow(
      fault(`authorize request: ${named}`),
    );
  });
});

describe('An authorize answer', () => {
  const asked = new URL(address());
  const read = (tail: string) => readAuthorizeAnswer(new URL(`${REDIRECT_URI}${tail}`), asked);

  it('is read from the fragment, and from the query where there is none', () => {
    expect(read('#code=c&state=s')).toMatchObject({ response: 'code=c&state=s', error: null });
    expect(read('?error=e&state=s')).toMatchObject({ response: 'error=e&state=s', error: 'e' });
    expect(read('?state=other#state=s')).toMatchObject({ response: 'state=s' });
  });

  it('has what it says of itself', () => {
    const claims = '{"a":1}';
    const tail = new URLSearchParams({
      state: 's',
      error: 'e',
      error_subcode: 'cancel',
      suberror: 'bad_token',
      claims,
      error_description: 'AADSTS65004: no',
    });
    expect(read(`#${tail}`)).toMatchObject({
      error: 'e',
      subcode: 'cancel',
      suberror: 'bad_token',
      claims,
      description: 'AADSTS65004: no',
      number: 'AADSTS65004',
    });
  });

  it('has nothing where it says nothing', () => {
    expect(read('#state=s')).toEqual({
      response: 'state=s',
      error: null,
      subcode: null,
      suberror: '',
      claims: undefined,
      description: '',
      number: undefined,
    });
  });

  it('is refused under another state, or with another sign-in host, and the fault is named', () => {
    expect(() => read('#code=c&state=t')).toThrow(fault('authorize answer: state'));
    expect(() => read('#code=c&state=s&cloud_instance_name=x')).toThrow(
      fault('authorize answer: cloud_instance'),
    );
  });
});
