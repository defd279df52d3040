import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** One value in extension storage. What is read is validated; anything else counts as absent. */
export interface StoredValue<T> {
  get(): Promise<T | null>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
}

/** `session` is memory, gone with the browser; `local` is the disk. */
export type AreaName = 'session' | 'local';

type Schema<T> = v.GenericSchema<unknown, T>;

/** A value under a key of an area. */
export function stored<T>(areaName: AreaName, key: string, schema: Schema<T>): StoredValue<T> {
  const area = browser.storage[areaName];
  return {
    async get() {
      const parsed = v.safeParse(schema, (await area.get(key))[key]);
      return parsed.success ? parsed.output : null;
    },
    set: (value) => area.set({ [key]: value }),
    remove: () => area.remove(key),
  };
}
