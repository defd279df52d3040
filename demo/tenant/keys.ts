import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** A key that signs tokens: RS256, as Entra signs. */
export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  privateJwk: JWK;
  publicJwk: JWK;
}

/** The keys of one run. All of them verify; the last one signs. */
export interface SigningKeys {
  current(): SigningKey;
  /** What the key list shows: keys that were replaced stay there, for the tokens they signed. */
  published(): readonly SigningKey[];
  find(kid: string | undefined): SigningKey | undefined;
  /** Signs with a fresh key from now on. */
  rotate(): Promise<void>;
  /** A key that never signed anything, made when first asked for. */
  decoy(): Promise<SigningKey>;
  /** Publishes the current key alone again. */
  reset(): void;
}

async function createSigningKey(): Promise<SigningKey> {
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

/** Makes fresh keys, so that no token outlives the run that issued it. */
export async function createSigningKeys(): Promise<SigningKeys> {
  let current = await createSigningKey();
  let published = [current];
  let decoy: Promise<SigningKey> | null = null;
  const everUsed = new Map([[current.kid, current]]);
  return {
    current: () => current,
    published: () => published,
    find: (kid) => everUsed.get(kid ?? ''),
    async rotate() {
      current = await createSigningKey();
      published = [...published, current];
      everUsed.set(current.kid, current);
    },
    decoy() {
      decoy ??= createSigningKey();
      return decoy;
    },
    reset() {
      published = [current];
    },
  };
}
