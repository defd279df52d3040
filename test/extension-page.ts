/** What the pages of an extension have, for the functions of tests that run there. */
interface StorageArea {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: object): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

declare global {
  var chrome: {
    runtime: {
      sendMessage(message: unknown): Promise<unknown>;
      onMessage: { addListener(listener: (message: unknown) => void): void };
    };
    permissions: { remove(permissions: { permissions: string[] }): Promise<boolean> };
    storage: { session: StorageArea; local: StorageArea };
  };
}

export type { StorageArea };
