import {
  type AuthenticationResult,
  CacheLookupPolicy,
  type INavigationClient,
  PublicClientApplication,
} from '@azure/msal-browser';
import type { Settings } from '../../src/settings.ts';
import type { NetworkClient } from './network-client.ts';

/** What a request to the sign-in page asks for. `prompt` as in OpenID Connect Core §3.1.2.1. */
export interface AuthorizeRequest {
  scopes: readonly string[];
  prompt?: 'none' | 'login' | 'select_account';
  loginHint?: string;
  /** A claims request (OpenID Connect Core §5.5) as JSON, as Microsoft has asked for it. */
  claims?: string | undefined;
}

/** MSAL, as far as Lanyard uses it. Nothing here opens a window: that is `web-auth-flow.ts`. */
export interface Msal {
  /** Makes the authorize URL, with PKCE, state and nonce, and remembers them in the cache. */
  begin(request: AuthorizeRequest): Promise<string>;
  /** Redeems an authorize answer (the fragment, without `#`). Null: it belongs to no request of ours. */
  finish(response: string): Promise<AuthenticationResult | null>;
  /** A token by the refresh token in the cache; never by a window or a frame, and never the one in the cache. */
  refresh(
    accountId: string,
    scopes: readonly string[],
    claims: string | undefined,
  ): Promise<AuthenticationResult>;
}

/** The scopes that MSAL adds to every request by itself: sign-in, name, and a refresh token. */
export const OIDC_SCOPES = ['openid', 'profile', 'offline_access'] as const;

/**
 * MSAL in an extension's background, by public API alone. Its redirect flow needs no page to redirect: a
 * navigation client of ours takes the finished URL, and the answer is handed back as a hash. `hostMsal()` must
 * have run.
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
      // "I understand claims challenges": Graph may then end a token before its time (see graph/client.ts).
      clientCapabilities: ['CP1'],
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

  return {
    async begin({ scopes, prompt, loginHint, claims }) {
      await client.acquireTokenRedirect({
        scopes: [...scopes],
        ...(prompt ? { prompt } : {}),
        ...(loginHint ? { loginHint } : {}),
        ...(claims ? { claims } : {}),
      });
      return navigation.takeUrl();
    },
    finish: (response) =>
      client.handleRedirectPromise({ hash: `#${response}`, navigateToLoginRequestUrl: false }),
    refresh: (homeAccountId, scopes, claims) =>
      client.acquireTokenSilent({
        scopes: [...scopes],
        // An account that MSAL does not know has no token either; this makes it say so (`no_tokens_found`).
        account: client.getAccount({ homeAccountId }) ?? { ...nobody, homeAccountId },
        forceRefresh: true,
        ...(claims ? { claims } : {}),
        // Every policy that goes on from here ends in a hidden frame.
        cacheLookupPolicy: CacheLookupPolicy.RefreshToken,
      }),
  };
}

const nobody = { localAccountId: '', environment: '', tenantId: '', username: '' };

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
