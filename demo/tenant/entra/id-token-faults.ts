import {
  type ClaimFault,
  claimFaults,
  type IdTokenFault,
  type SignatureFault,
  signatureFaults,
} from '../faults.ts';
import { issuerOf } from './issuer.ts';

const elsewhere = 'a955b6b5-f4e0-4a77-a8f5-2d5faae71213';

function without(claims: Record<string, unknown>, name: string): Record<string, unknown> {
  const { [name]: _dropped, ...rest } = claims;
  return rest;
}

/** The two kinds of fault, of which one at most is set. */
export function splitFault(fault: IdTokenFault | null): {
  claim: ClaimFault | null;
  signature: SignatureFault | null;
} {
  return {
    claim: claimFaults.find((each) => each === fault) ?? null,
    signature: signatureFaults.find((each) => each === fault) ?? null,
  };
}

/**
 * The claims with one thing wrong, or null for no ID token at all. Each fault is one of OpenID's conformance tests for
 * relying parties; MSAL itself checks none but the nonce.
 */
export function spoilIdToken(
  claims: Record<string, unknown>,
  fault: ClaimFault | null,
  lifeSeconds: number,
): Record<string, unknown> | null {
  switch (fault) {
    case null:
      return claims;
    case 'wrong-aud':
      return { ...claims, aud: elsewhere };
    case 'wrong-iss':
      return { ...claims, iss: issuerOf(elsewhere) };
    case 'wrong-nonce':
      return { ...claims, nonce: elsewhere };
    case 'wrong-sub':
      return { ...claims, sub: elsewhere };
    case 'wrong-tid':
      return { ...claims, tid: elsewhere };
    case 'expired': {
      const past = Number(claims.iat) - 2 * lifeSeconds;
      return { ...claims, iat: past, nbf: past, exp: past + lifeSeconds };
    }
    case 'missing-aud':
      return without(claims, 'aud');
    case 'missing-sub':
      return without(claims, 'sub');
    case 'missing-iat':
      return without(claims, 'iat');
    case 'missing-oid':
      return without(claims, 'oid');
    case 'no-id-token':
      return null;
  }
}
