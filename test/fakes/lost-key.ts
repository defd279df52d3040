/** What a browser does that clears a site's databases: the vault's key is gone. */
export function loseVaultKey(): Promise<void> {
  const request = indexedDB.deleteDatabase('lanyard');
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
