import * as v from 'valibot';
import browser, { type Storage } from 'webextension-polyfill';

/** One value in extension storage. What is read is validated; anything else counts as absent. */
export interface StoredValue<T> {
  get(): Promise<T | null>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls with each value that anybody sets, null when it is removed; returns how to end that. */
  watch(onChange: (value: T | null) => void): () => void;
}

/** `session` is memory, gone with the browser; `local` is the disk. */
export type AreaName = 'session' | 'local';

type Schema<T> = v.GenericSchema<unknown, T>;

/** A value under a key of an area. */
export function stored<T>(areaName: AreaName, key: string, schema: Schema<T>): StoredValue<T> {
  const area = browser.storage[areaName];
  const read = (value: unknown) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : null;
  };
  return {
    get: async () => read((await area.get(key))[key]),
    set: (value) => area.set({ [key]: value }),
    remove: () => area.remove(key),
    watch(onChange) {
      const listener = (changes: Record<string, Storage.StorageChange>) => {
        const change = changes[key];
        if (change) onChange(read(change.newValue));
      };
      area.onChanged.addListener(listener);
      return () => area.onChanged.removeListener(listener);
    },
  };
}
