import {
  type AccountInfo,
  type AuthenticationResult,
  CacheLookupPolicy,
  type INavigationClient,
  PublicClientApplication,
} from '@azure/msal-browser';
import type { Settings } from '../../src/settings.ts';
import type { NetworkClient } from './network-client.ts';

/** What an interactive request asks for. `prompt` as in OpenID Connect Core §3.1.2.1. */
export interface InteractiveRequest {
  scopes: readonly string[];
  prompt?: 'login' | 'select_account' | 'consent';
}

/** MSAL, as far as Lanyard uses it. Nothing here opens a window: that is `web-auth-flow.ts`. */
export interface Msal {
  /** Makes the authorize URL, with PKCE, state and nonce, and remembers them. */
  begin(request: InteractiveRequest): Promise<string>;
  /** Redeems an authorize answer (the fragment, without `#`). Null: it belongs to no request of ours. */
  finish(response: string): Promise<AuthenticationResult | null>;
  /** Drops the request that `begin` made, so that the next one may begin. */
  abandon(authorizeUrl: string): Promise<void>;
  /** A token from the cache or else by refresh token; never by a window or a frame. */
  acquireSilently(
    accountId: string,
    scopes: readonly string[],
    forceRefresh: boolean,
  ): Promise<AuthenticationResult>;
}

/** The scopes that MSAL adds to every request by itself: sign-in, name, and a refresh token. */
export const OIDC_SCOPES = ['openid', 'profile', 'offline_access'] as const;

/**
 * MSAL in an extension's background, by public API alone. Its redirect flow needs no page to redirect: a
 * navigation client of ours takes the finished URL, and the answer is handed back as a hash. `hostMsal()` must
 * have run and the token cache must be hydrated.
 */
export async function createMsal(
  settings: Settings & { clientId: string },
  redirectUri: string,
  networkClient: NetworkClient,
): Promise<Msal> {
  const navigation = captureNavigation();
  const client = new PublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      redirectUri,
      postLogoutRedirectUri: null,
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      navigationClient: navigation,
      networkClient,
      // A frame or a native broker has no place in a worker.
      allowPlatformBroker: false,
      loggerOptions: { piiLoggingEnabled: false, loggerCallback: () => undefined },
    },
  });
  await client.initialize();

  const finish = (response: string) =>
    client.handleRedirectPromise({ hash: `#${response}`, navigateToLoginRequestUrl: false });
  return {
    async begin({ scopes, prompt }) {
      await client.acquireTokenRedirect({ scopes: [...scopes], ...(prompt ? { prompt } : {}) });
      return navigation.takeUrl();
    },
    finish,
    async abandon(authorizeUrl) {
      // MSAL clears its pending state only for an answer with that state in it; it remembers its verdict on an
      // empty or constant hash, and would then be busy for ever.
      const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
      const cancelled = new URLSearchParams({ error: 'access_denied', error_subcode: 'cancel', state });
      await finish(cancelled.toString()).catch(expectRefusal);
    },
    acquireSilently: (accountId, scopes, forceRefresh) =>
      client.acquireTokenSilent({
        scopes: [...scopes],
        account: findAccount(client, accountId),
        forceRefresh,
        // Every other policy ends in a hidden frame.
        cacheLookupPolicy: forceRefresh
          ? CacheLookupPolicy.RefreshToken
          : CacheLookupPolicy.AccessTokenAndRefreshToken,
      }),
  };
}

function findAccount(client: PublicClientApplication, homeAccountId: string): AccountInfo {
  const account = client.getAccount({ homeAccountId });
  // An account that MSAL does not know has no token either; this one makes it say so (`no_tokens_found`).
  return account ?? { homeAccountId, localAccountId: '', environment: '', tenantId: '', username: '' };
}

/** MSAL answers a cancelled request by throwing what it was told, which is what is wanted here. */
function expectRefusal(): null {
  return null;
}

function captureNavigation(): INavigationClient & { takeUrl(): string } {
  let captured = '';
  return {
    navigateInternal: async () => false,
    navigateExternal: async (url) => {
      captured = url;
      return false;
    },
    takeUrl() {
      const url = captured;
      captured = '';
      return url;
    },
  };
}
