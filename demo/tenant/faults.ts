import type { Errand } from './graph/errands.ts';
import type { Person } from './people.ts';

/** An answer given instead of the real one; an object body is sent as JSON, a string as it is. */
export interface CannedAnswer {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** What a network does: no answer ever, a connection closed without one, or an answer that ends half-way. */
export const networkFaults = ['hang', 'reset', 'truncate'] as const;
export type NetworkFault = (typeof networkFaults)[number];

export type Fault = CannedAnswer | NetworkFault;

/**
 * What comes of a Graph answer on its way: a body that begins and never ends, a byte order mark before the JSON, a 401
 * that a proxy robbed of its challenge, a list whose next page is on a host that is not Graph's.
 */
export const answerFaults = ['stall', 'bom', 'no-challenge', 'foreign-next-link'] as const;
export type AnswerFault = (typeof answerFaults)[number];

/** One fault of a Graph route; a canned answer may be for so many requests, after which they pass again. */
export type GraphFault = (CannedAnswer & { times?: number }) | NetworkFault | AnswerFault;

/** Milliseconds, or a promise that the answer waits for: a test that holds the promise needs no clock. */
export type Delay = number | Promise<unknown>;

/** What a token fault may depend on. */
export interface TokenRequest {
  /** 1 for the first token request since the last reset. */
  count: number;
  grantType: string;
  scopes: string;
  /** Whose code or refresh token was sent, as far as the tenant knows it. */
  person: Person | null;
}

/**
 * One fault for every token request; or a queue, of which each request takes the first (null lets it pass, and so does
 * a queue that has run dry); or a choice by request.
 */
export type TokenFault = Fault | null | (Fault | null)[] | ((request: TokenRequest) => Fault | null);

/** One thing wrong with what an ID token says, under a valid signature. */
export const claimFaults = [
  'wrong-aud',
  'wrong-iss',
  'wrong-nonce',
  'wrong-sub',
  'wrong-tid',
  'expired',
  'missing-aud',
  'missing-iat',
  'missing-oid',
  'missing-sub',
  'no-id-token',
] as const;
export type ClaimFault = (typeof claimFaults)[number];

/** One thing wrong with how a truthful ID token is signed. */
export const signatureFaults = [
  'wrong-signature',
  'missing-kid',
  'alg-none',
  'alg-hs256',
  'alg-es256',
] as const;
export type SignatureFault = (typeof signatureFaults)[number];

export type IdTokenFault = ClaimFault | SignatureFault;

/** `issuer-mismatch`: the document names another issuer. `several-keys`: the key list has a key that never signs. */
export const discoveryFaults = ['issuer-mismatch', 'several-keys'] as const;
export type DiscoveryFault = (typeof discoveryFaults)[number];

/** What the tenant does wrong, or unusually, until it is put back. */
export interface Faults {
  idToken: IdTokenFault | null;
  /** The grant that `idToken` is limited to; null is both. */
  idTokenOn: 'code' | 'refresh' | null;
  discovery: DiscoveryFault | null;
  /** What the network does to every request for metadata and keys. */
  metadataNetwork: Exclude<NetworkFault, 'truncate'> | null;
  /** Answers token requests. `{ status: 200, body: {} }` is the success without a token. */
  token: TokenFault;
  /** What the network does to every token answer that `token` leaves alone. */
  tokenNetwork: NetworkFault | null;
  /** Answers new authorization requests; pages of a sign-in under way stay as they are. */
  authorize: CannedAnswer | Exclude<NetworkFault, 'truncate'> | null;
  /**
   * By route prefix, such as `/v1.0/me`; the longest that fits wins. The parts of a batch go by their own paths; what a
   * network does to one of them is a 504 for that part.
   */
  graph: Record<string, GraphFault>;
  /** What the network does to every Graph answer that `graph` leaves alone. */
  graphNetwork: NetworkFault | null;
  delay: { authorize: Delay | null; token: Delay | null; graph: Delay | null };
  /** Scopes that the token endpoint leaves out although they were asked and consented. */
  withheldScopes: readonly string[];
  /** Graph takes no token of a delta query that it gave out under another number. */
  deltaEpoch: number;
  /** How many messages have come in since the reset, by the person's key. */
  arrivals: Readonly<Record<string, number>>;
  /** What else has happened in mailboxes since the reset, by the person's key, in order. */
  errands: Readonly<Record<string, readonly Errand[]>>;
  /** Life of new access tokens in seconds; null is Entra's random 60 to 90 minutes. */
  accessTokenSeconds: number | null;
  /** Life of a browser's session in seconds, counted from the password; null is the 90 days of a persistent one. */
  sessionSeconds: number | null;
  /** Whose tokens and `client_info` every refresh brings, whoever asks; the scopes are still the asker's. */
  refreshAs: Person | null;
  /** What becomes of the `state` that sign-out is to bring back. */
  logoutState: 'missing' | 'wrong' | null;
  /** The platform the redirect URIs are registered under; anything but a single-page app breaks an extension. */
  platform: 'spa' | 'native';
}

export function noFaults(): Faults {
  return {
    idToken: null,
    idTokenOn: null,
    discovery: null,
    metadataNetwork: null,
    token: null,
    tokenNetwork: null,
    authorize: null,
    graph: {},
    graphNetwork: null,
    delay: { authorize: null, token: null, graph: null },
    withheldScopes: [],
    deltaEpoch: 0,
    arrivals: {},
    errands: {},
    accessTokenSeconds: null,
    sessionSeconds: null,
    refreshAs: null,
    logoutState: null,
    platform: 'spa',
  };
}
