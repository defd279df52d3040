const DATABASE = 'lanyard';
const STORE = 'keys';
const NAME = 'vault';

/**
 * The key of the vault: AES-GCM, 256 bits, not extractable, so that no code of ours or anybody's can read it out.
 * IndexedDB keeps it as a handle. A key that is lost is replaced, and what it sealed counts as absent.
 */
export async function vaultKey(): Promise<CryptoKey> {
  const database = await open();
  try {
    const found: unknown = await done(database.transaction(STORE).objectStore(STORE).get(NAME));
    if (found instanceof CryptoKey) return found;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await done(database.transaction(STORE, 'readwrite').objectStore(STORE).put(made, NAME));
    return made;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
