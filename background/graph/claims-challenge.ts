import { parseChallenges } from './challenges.ts';

/** Whether an API wants a token with other claims, and which: `claims` is the JSON text that MSAL takes. */
export type ClaimsChallenge = { kind: 'none' } | { kind: 'unusable' } | { kind: 'claims'; claims: string };

/** Bytes of JSON. Claims travel on in the address of a sign-in page. */
const LONGEST_CLAIMS = 8 * 1024;

/**
 * What a `WWW-Authenticate` header (null: there was none) says about claims: those of the first Bearer challenge
 * with `error="insufficient_claims"` that has usable ones, `unusable` where none of these has, else `none`.
 * Never throws. Claims are usable when they are base64 or base64url, padded or not, of UTF-8 JSON, at most 8 KiB
 * of it, that is an object with something in it; they are given as that JSON written anew. Anything else MSAL
 * may take for no claims at all, and then it answers with the refused token from its cache.
 *
 * Source: Microsoft, "Claims challenges, claims requests, and client capabilities"
 * (https://learn.microsoft.com/entra/identity-platform/claims-challenge). Its samples split the header on `,` and
 * `=`; {@link parseChallenges} says why that is not enough.
 */
export function readClaimsChallenge(header: string | null): ClaimsChallenge {
  const asking = parseChallenges(header ?? '').filter(
    ({ scheme, params }) => scheme === 'bearer' && params.get('error') === 'insufficient_claims',
  );
  if (asking.length === 0) return { kind: 'none' };
  for (const { params } of asking) {
    const claims = decodeClaims(params.get('claims') ?? '');
    if (claims !== null) return { kind: 'claims', claims };
  }
  return { kind: 'unusable' };
}

function decodeClaims(encoded: string): string | null {
  try {
    const bytes = fromBase64(encoded);
    if (bytes.length > LONGEST_CLAIMS) return null;
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isFilledObject(claims) ? JSON.stringify(claims) : null;
  } catch {
    // Not base64, not UTF-8, not JSON, or nested too deeply to be written.
    return null;
  }
}

/** Either alphabet, with or without padding. @throws DOMException */
function fromBase64(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function isFilledObject(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  );
}
