import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** The key that signs every token of one run: RS256, as Entra signs. */
export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  privateJwk: JWK;
  publicJwk: JWK;
}

/** Makes a fresh signing key, so that no token outlives the run that issued it. */
export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = crypto.randomUUID().replaceAll('-', '').slice(0, 27);
  const naming = { kid, use: 'sig', alg: 'RS256' };
  return {
    kid,
    privateKey,
    publicKey,
    privateJwk: { ...(await exportJWK(privateKey)), ...naming },
    publicJwk: { ...(await exportJWK(publicKey)), ...naming },
  };
}
