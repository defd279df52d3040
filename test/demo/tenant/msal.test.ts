import {
  type AuthenticationResult,
  CacheLookupPolicy,
  type INetworkModule,
  InteractionRequiredAuthError,
  PublicClientApplication,
} from '@azure/msal-browser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { entraHost, type Person, type Tenant } from '../../../demo/tenant/index.ts';
import { clientId, createApp, origin, redirectUri, start } from './app.ts';
import { createFormBrowser, enterCredentials, shows } from './form-browser.ts';
import { send } from './https-client.ts';

let tenant: Tenant;
let person: Person;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());

/** Enough of a window for MSAL, which was written for one. */
function standIn(): void {
  const storage = () => {
    const items = Object.create(null);
    return Object.assign(
      Object.create({
        getItem: (key: string) => items[key] ?? null,
        setItem(this: Record<string, string>, key: string, value: string) {
          items[key] = value;
          this[key] = value;
        },
        removeItem(this: Record<string, string>, key: string) {
          delete items[key];
          delete this[key];
        },
      }),
      {},
    );
  };
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('parent', globalThis);
  vi.stubGlobal('location', new URL(redirectUri));
  vi.stubGlobal('document', { title: '', cookie: '', addEventListener() {}, removeEventListener() {} });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('localStorage', storage());
}

beforeEach(() => {
  tenant.control.reset();
  person = createApp(tenant).person('member');
  standIn();
});
afterEach(() => vi.unstubAllGlobals());

/** MSAL's own way out, bent to the tenant's port: it asks for the real host names. */
const networkClient: INetworkModule = {
  async sendGetRequestAsync() {
    throw new Error('MSAL needs no metadata for this host');
  },
  async sendPostRequestAsync<T>(url: string, options?: { headers?: Record<string, string>; body?: string }) {
    const answer = await send(tenant.port, url, {
      method: 'POST',
      headers: { ...options?.headers, Origin: origin },
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    const body: T = JSON.parse(answer.text);
    return { headers: {}, body, status: answer.status };
  },
};

/** An app whose navigations are walked by a form browser: what `launchWebAuthFlow` is to the extension. */
async function createClient(authority: string) {
  const browser = createFormBrowser(tenant.port);
  let landed = '';
  const client = new PublicClientApplication({
    auth: { clientId, authority: `https://${entraHost}/${authority}`, redirectUri },
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      networkClient,
      navigationClient: {
        async navigateInternal() {
          return false;
        },
        async navigateExternal(url) {
          let page = await browser.open(url);
          if (shows(page, 'account')) page = await enterCredentials(browser, page, person);
          if (shows(page, 'accept')) page = await browser.submit(page, { choice: 'accept' });
          landed = new URL(page.url).hash;
          return false;
        },
      },
    },
  });
  await client.initialize();
  return {
    client,
    async signIn(scopes: string[], prompt?: string): Promise<AuthenticationResult | null> {
      void client.acquireTokenRedirect({ scopes, ...(prompt === undefined ? {} : { prompt }) });
      await expect.poll(() => landed).not.toBe('');
      const hash = landed;
      landed = '';
      return client.handleRedirectPromise({ hash, navigateToLoginRequestUrl: false });
    },
  };
}

describe('MSAL with the local tenant', () => {
  it.each(['common', 'organizations', 'fernleigh.onmicrosoft.example'])(
    'signs in at %s, then answers from its cache and by refresh token',
    async (authority) => {
      const { client, signIn } = await createClient(authority);
      const first = await signIn(['User.Read']);
      expect(first?.account?.homeAccountId).toBe(`${person.oid}.${person.tid}`);
      expect(first?.account?.username).toBe(person.userPrincipalName);
      const account = first?.account;
      if (!account) throw new Error('nobody signed in');

      const silent = {
        scopes: ['User.Read'],
        account,
        cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
      };
      const cached = await client.acquireTokenSilent(silent);
      expect(cached.fromCache).toBe(true);
      expect(cached.accessToken).toBe(first.accessToken);

      const fresh = await client.acquireTokenSilent({ ...silent, forceRefresh: true });
      expect(fresh.fromCache).toBe(false);
      expect(fresh.scopes).toContain('User.Read');
      expect(tenant.control.counters).toEqual({ authorize: 1, token: 2, graph: 0 });
      expect((await createApp(tenant).graph('/v1.0/me', fresh.accessToken)).status).toBe(200);
    },
  );

  it('reports a missing consent as interaction required, and gets it by a second visit', async () => {
    const { client, signIn } = await createClient('common');
    const first = await signIn(['User.Read']);
    if (!first?.account) throw new Error('nobody signed in');
    const more = {
      scopes: ['Mail.ReadBasic'],
      account: first.account,
      cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
    };
    await expect(client.acquireTokenSilent(more)).rejects.toBeInstanceOf(InteractionRequiredAuthError);
    const second = await signIn(['Mail.ReadBasic']);
    expect(second?.scopes).toEqual(expect.arrayContaining(['Mail.ReadBasic', 'User.Read']));
    expect((await client.acquireTokenSilent(more)).fromCache).toBe(true);
  });

  it('reports a silent request without a session as login_required', async () => {
    const { signIn } = await createClient('common');
    await expect(signIn(['User.Read'], 'none')).rejects.toMatchObject({ errorCode: 'login_required' });
  });
});
