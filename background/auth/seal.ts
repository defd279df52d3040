import type * as v from 'valibot';
import type { SealedShape } from '../../src/storage.ts';

/** A value that only its key opens, and only under its own name. */
export type Sealed = v.InferOutput<typeof SealedShape>;

/** AES-GCM wants a nonce of 96 bits that is never used twice with a key: NIST SP 800-38D §8.2. */
const NONCE_BYTES = 12;

/**
 * Seals a value. `name` says what it is for and whose; it is bound in as additional data, so that a value that
 * was moved to another name does not open there.
 */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt(parameters(nonce, name), key, plain);
  return { v: 1, nonce: toBase64(nonce), data: toBase64(new Uint8Array(data)) };
}

/** Opens a value; undefined when it was sealed otherwise, moved, cut or changed. */
export async function unseal(key: CryptoKey, name: string, value: Sealed): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt(
      parameters(fromBase64(value.nonce), name),
      key,
      fromBase64(value.data),
    );
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    // The one answer to every kind of damage: there is nothing there.
    return undefined;
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`lanyard/vault/1/${name}`) };
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
