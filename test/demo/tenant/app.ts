import { createHash, randomBytes } from 'node:crypto';
import { entraHost, graphHost, type Person, startTenant, type Tenant } from '../../../demo/tenant/index.ts';
import {
  createFormBrowser,
  enterCredentials,
  type FormBrowser,
  redirectParams,
  shows,
} from './form-browser.ts';
import { type Answer, type Send, send } from './https-client.ts';

export const clientId = '6f1f6a3e-58a5-4c7e-9b61-0d6b7a1c2e94';
export const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
export const otherRedirectUri = 'https://0123456789abcdef0123456789abcdef01234567.extensions.allizom.org/';
export const origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
export const basicScope = 'User.Read openid profile offline_access';

export const start = (): Promise<Tenant> =>
  startTenant({ clientId, redirectUris: [redirectUri, otherRedirectUri] });

type Params = Record<string, string | undefined>;

const encode = (params: Params) =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();

/** The registered app as a client: it asks as MSAL does, and its requests can be bent. */
export interface App {
  browser: FormBrowser;
  verifier: string;
  person(kind: Person['kind']): Person;
  authorizeUrl(params?: Params, authority?: string): string;
  /** Signs in through the pages, consenting where asked; the answer is the redirect. */
  signIn(person: Person, params?: Params, authority?: string): Promise<Answer>;
  code(person: Person, params?: Params): Promise<string>;
  redeem(code: string, params?: Params, headers?: Record<string, string>): Promise<Answer>;
  refresh(token: unknown, params?: Params, authority?: string): Promise<Answer>;
  /** Signs in and redeems: the whole first answer. */
  tokens(person: Person, params?: Params): Promise<Record<string, unknown>>;
  graph(path: string, token?: unknown, options?: Send): Promise<Answer>;
}

export function createApp(tenant: Tenant): App {
  const browser = createFormBrowser(tenant.port);
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  const postToken = (
    authority: string,
    params: Params,
    headers: Record<string, string> = { Origin: origin },
  ) =>
    send(
      tenant.port,
      `https://${entraHost}/${authority}/oauth2/v2.0/token?client-request-id=${crypto.randomUUID()}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8', ...headers },
        body: encode(params),
      },
    );

  const app: App = {
    browser,
    verifier,
    person(kind) {
      const person = tenant.people.find((each) => each.kind === kind);
      if (!person) throw new Error(`nobody is ${kind}`);
      return person;
    },
    authorizeUrl: (params = {}, authority = 'common') =>
      `https://${entraHost}/${authority}/oauth2/v2.0/authorize?${encode({
        client_id: clientId,
        scope: basicScope,
        redirect_uri: redirectUri,
        response_mode: 'fragment',
        response_type: 'code',
        client_info: '1',
        clidata: '1',
        nonce: 'a-nonce',
        state: 'a-state',
        claims: JSON.stringify({ id_token: { login_hint: { essential: false } } }),
        code_challenge: challenge,
        code_challenge_method: 'S256',
        'x-client-SKU': 'msal.js.browser',
        ...params,
      })}`,
    async signIn(person, params, authority) {
      let page = await browser.open(app.authorizeUrl(params, authority));
      if (shows(page, 'account')) page = await enterCredentials(browser, page, person);
      if (shows(page, 'accept')) page = await browser.submit(page, { choice: 'accept' });
      return page;
    },
    async code(person, params) {
      const code = redirectParams(await app.signIn(person, params)).get('code');
      if (code === null) throw new Error('the redirect brought no code');
      return code;
    },
    redeem: (code, params, headers) =>
      postToken(
        'common',
        {
          client_id: clientId,
          redirect_uri: redirectUri,
          scope: basicScope,
          code,
          code_verifier: verifier,
          grant_type: 'authorization_code',
          client_info: '1',
          claims: JSON.stringify({ id_token: { login_hint: { essential: false } } }),
          ...params,
        },
        headers,
      ),
    refresh: (token, params, authority = 'common') =>
      postToken(authority, {
        client_id: clientId,
        scope: basicScope,
        refresh_token: String(token),
        grant_type: 'refresh_token',
        client_info: '1',
        ...params,
      }),
    tokens: async (person, params) =>
      (await app.redeem(await app.code(person, params), params?.scope ? { scope: params.scope } : {})).json(),
    graph: (path, token, options = {}) =>
      send(tenant.port, `https://${graphHost}${path}`, {
        ...options,
        headers: { ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }), ...options.headers },
      }),
  };
  return app;
}
