/** Where Lanyard signs people in, and as which registered app. */
export interface Settings {
  /** Application (client) id of the Entra registration; null when the build was given none. */
  clientId: string | null;
  /** The v2.0 authority: host and tenant segment. */
  authority: string;
}

// Put in by build.mjs from LANYARD_CLIENT_ID, which it has checked to be a GUID or empty.
declare const LANYARD_CLIENT_ID: string;

/** Microsoft's sign-in service. The manifest's `connect-src` names the same host and no other but Graph's. */
export const SIGN_IN_HOST = 'login.microsoftonline.com';

/** Microsoft Graph, v1.0: the only place an access token is ever sent to. */
export const GRAPH_ORIGIN = 'https://graph.microsoft.com';

/** The settings of this build. `common` takes work, school and personal accounts alike. */
export function readSettings(): Settings {
  return { clientId: LANYARD_CLIENT_ID || null, authority: `https://${SIGN_IN_HOST}/common` };
}
