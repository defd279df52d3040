import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { SignatureFault } from '../faults.ts';
import type { SigningKey } from '../keys.ts';

type Claims = Record<string, unknown>;

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Changes one bit of the signature. */
function spoilSignature(token: string): string {
  const [header, payload, signature = ''] = token.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return [header, payload, bytes.toString('base64url')].join('.');
}

/** Signs as Entra does. */
export function signToken(claims: Claims, { kid, privateKey }: SigningKey): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid }).sign(privateKey);
}

/** Signs an ID token in one of the ways that a relying party has to expect of a liar. */
export async function signWithFault(
  claims: Claims,
  key: SigningKey,
  fault: SignatureFault | null,
): Promise<string> {
  const { kid } = key;
  const header = { typ: 'JWT', kid };
  const jwt = new SignJWT(claims);
  switch (fault) {
    case null:
      return signToken(claims, key);
    case 'wrong-signature':
      return spoilSignature(await signToken(claims, key));
    case 'missing-kid':
      return jwt.setProtectedHeader({ typ: 'JWT', alg: 'RS256' }).sign(key.privateKey);
    case 'alg-none':
      return `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`;
    case 'alg-hs256': {
      // The classic confusion: the secret is the public key, which everybody knows.
      const secret = new TextEncoder().encode(await exportSPKI(key.publicKey));
      return jwt.setProtectedHeader({ ...header, alg: 'HS256' }).sign(secret);
    }
    case 'alg-es256': {
      const { privateKey } = await generateKeyPair('ES256');
      return jwt.setProtectedHeader({ ...header, alg: 'ES256' }).sign(privateKey);
    }
  }
}
