import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { ObstacleShape } from './obstacles.ts';

/** One value in extension storage. What is read is validated; anything else counts as absent. */
export interface StoredValue<T> {
  get(): Promise<T | null>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
}

type Schema<T> = v.GenericSchema<unknown, T>;

/** Session storage is memory: gone with the browser, and open to the extension's own contexts only. */
function inSession<T>(key: string, schema: Schema<T>): StoredValue<T> {
  const area = browser.storage.session;
  return {
    async get() {
      const parsed = v.safeParse(schema, (await area.get(key))[key]);
      return parsed.success ? parsed.output : null;
    },
    set: (value) => area.set({ [key]: value }),
    remove: () => area.remove(key),
  };
}

const epochMs = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The account whose data is shown. */
export const activeAccount = inSession(
  'activeAccount',
  v.object({ id: v.string(), name: v.string(), username: v.string() }),
);

/** The Microsoft window that is open now. One found when the background starts is from a life that has ended. */
export const openFlow = inSession('openFlow', v.object({ since: epochMs }));

/** How the last sign-in ended, when it did not end well, until the person has read it. */
export const lastObstacle = inSession('lastObstacle', ObstacleShape);

/** What MSAL keeps: tokens, accounts and request state, by MSAL's own keys. */
export const tokenCache = inSession('tokenCache', v.record(v.string(), v.string()));
