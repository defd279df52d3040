import * as v from 'valibot';
import type { CacheEntries } from './token-cache.ts';

/** What must outlast the background and the browser: MSAL's entries for the account and its refresh token. */
export const CredentialShape = v.record(v.string(), v.string());
export type Credential = v.InferOutput<typeof CredentialShape>;

/** MSAL's entries, as far as their kind can be told: credentials name theirs, accounts have an authority type. */
const EntryShape = v.object({
  credentialType: v.optional(v.string()),
  authorityType: v.optional(v.string()),
});

/** MSAL's list of token keys: https://github.com/AzureAD/microsoft-authentication-library-for-js, cache schema 3. */
const TokenKeysShape = v.object({
  idToken: v.array(v.string()),
  accessToken: v.array(v.string()),
  refreshToken: v.array(v.string()),
});

/**
 * The lasting part of what MSAL left in its cache. Access and ID tokens, request state, throttling notes and
 * telemetry stay out: access tokens have a place of their own, and the rest has done its work.
 */
export function toCredential(entries: CacheEntries): Credential {
  const kept: Credential = {};
  for (const [key, text] of entries) {
    const value = readJson(text);
    if (v.is(TokenKeysShape, value)) kept[key] = JSON.stringify({ ...value, idToken: [], accessToken: [] });
    else if (Array.isArray(value) || isLasting(value)) kept[key] = text;
  }
  return kept;
}

/** The same without the refresh token, which Microsoft has turned down: it must not be sent again. */
export function withoutRefreshToken(credential: Credential): Credential {
  const entries = Object.entries(credential).flatMap(([key, text]): [string, string][] => {
    const value = readJson(text);
    if (v.is(TokenKeysShape, value)) return [[key, JSON.stringify({ ...value, refreshToken: [] })]];
    return v.is(EntryShape, value) && value.credentialType === 'RefreshToken' ? [] : [[key, text]];
  });
  return Object.fromEntries(entries);
}

/** Whether there is a refresh token in it. */
export function hasRefreshToken(credential: Credential): boolean {
  return Object.values(credential).some((text) => {
    const value = readJson(text);
    return v.is(EntryShape, value) && value.credentialType === 'RefreshToken';
  });
}

function isLasting(value: unknown): boolean {
  if (!v.is(EntryShape, value)) return false;
  return value.credentialType === 'RefreshToken' || value.authorityType !== undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // MSAL keeps plain texts as well, its version for one.
    return undefined;
  }
}
