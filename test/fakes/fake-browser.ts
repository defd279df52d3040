import messages from '../../src/_locales/en/messages.json' with { type: 'json' };
import { fakeLocks } from './fake-locks.ts';
import { fakeSurroundings, resetSurroundings, surroundings } from './fake-surroundings.ts';
import { bindToLife, gated, held, whileAlive } from './life-scope.ts';

// Stands in for `webextension-polyfill` in unit tests: the browser's edge, in memory, with a memory of what was
// done. `resetFakeBrowser()` puts it back.

type Items = Record<string, unknown>;
type Listener = (
  message: unknown,
  sender: { id?: string; url?: string },
  sendResponse: (reply: unknown) => void,
) => unknown;

/** A text of `_locales`. */
interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Extension storage that keeps copies, as the real one does, and can be made to fail. */
class FakeStorageArea {
  items: Items = {};
  /** Every call rejects with it, as on a disk that has gone. */
  failWith: Error | null = null;
  /** Nothing more goes in, as on a disk without room. */
  isFull = false;
  /** Every call waits for it, and comes to nothing if it rejects. */
  gate: ((call: 'get' | 'set' | 'remove', keys: readonly string[]) => Promise<void>) | null = null;

  async get(asked: string | string[] | null): Promise<Items> {
    const keys = asked === null ? null : [asked].flat();
    await this.gate?.('get', keys ?? []);
    this.#check();
    const found = Object.entries(this.items).filter(([key]) => !keys || keys.includes(key));
    return structuredClone(Object.fromEntries(found));
  }

  async set(items: Items): Promise<void> {
    await this.gate?.('set', Object.keys(items));
    this.#check();
    if (this.isFull) throw new Error('Quota exceeded. Values were not stored.');
    Object.assign(this.items, structuredClone(items));
  }

  async remove(keys: string | string[]): Promise<void> {
    await this.gate?.('remove', [keys].flat());
    this.#check();
    for (const key of [keys].flat()) delete this.items[key];
  }

  reset(): void {
    this.items = {};
    this.failWith = null;
    this.isFull = false;
    this.gate = null;
  }

  #check(): void {
    if (this.failWith) throw this.failWith;
  }
}

/** What the tests set and look at. */
export const fake = {
  session: new FakeStorageArea(),
  local: new FakeStorageArea(),
  listeners: [] as Listener[],
  badge: '',
  openPopups: 0,
  openSidePanels: 0,
  /** What happens just after the extension has looked for its open popups. */
  afterPopupLook: (): void => undefined,
  popupOpened: [] as unknown[],
  /** Why the browser does not open the popup. */
  popupRefusal: null as Error | null,
  /** What Microsoft's window ends with: a redirect URL, or an error to throw. */
  webAuthFlow: (_details: { url: string; interactive?: boolean }): Promise<string> =>
    Promise.reject(new Error('no flow was set up')),
};

export const EXTENSION_ID = 'lanyard-id';
export const EXTENSION_URL = 'chrome-extension://lanyard-id/';
export const REDIRECT_URI = 'https://lanyard-id.chromiumapp.org/';

export function resetFakeBrowser(): void {
  fake.session.reset();
  fake.local.reset();
  fake.listeners.length = 0;
  fake.badge = '';
  fake.openPopups = 0;
  fake.openSidePanels = 0;
  fake.afterPopupLook = () => undefined;
  fake.popupOpened.length = 0;
  fake.popupRefusal = null;
  resetSurroundings();
}

/** Delivers a message as the browser would; undefined when nobody answers. */
export function deliver(message: unknown, sender: { id?: string; url?: string }): Promise<unknown> {
  return new Promise((resolve) => {
    const kept = fake.listeners.map((listener) => listener(structuredClone(message), sender, resolve));
    if (!kept.includes(true)) resolve(undefined);
  });
}

// What Node 20 lacks.
Object.assign(globalThis, { navigator: { locks: fakeLocks() } });

// biome-ignore lint/style/noDefaultExport: the polyfill exports so
export default {
  runtime: {
    id: EXTENSION_ID,
    getURL: (path: string) => `${EXTENSION_URL}${path}`,
    async getContexts({ contextTypes }: { contextTypes: string[] }) {
      const isForPopups = contextTypes.includes('POPUP');
      const open = new Array(isForPopups ? fake.openPopups : fake.openSidePanels).fill({ windowId: -1 });
      if (isForPopups) fake.afterPopupLook();
      return open;
    },
    onMessage: { addListener: (listener: Listener) => void fake.listeners.push(bindToLife(listener)) },
    sendMessage: (message: unknown) =>
      deliver(message, { id: EXTENSION_ID, url: `${EXTENSION_URL}popup/index.html` }),
  },
  storage: { session: fake.session, local: fake.local },
  identity: {
    getRedirectURL: () => REDIRECT_URI,
    async launchWebAuthFlow(details: { url: string; interactive?: boolean }) {
      await whileAlive();
      return held(fake.webAuthFlow(details));
    },
  },
  action: gated({
    openPopup: async (options: unknown) => {
      if (fake.popupRefusal) throw fake.popupRefusal;
      fake.popupOpened.push(options);
    },
    setBadgeText: async ({ text }: { text: string }) => {
      fake.badge = text;
    },
    getBadgeText: async () => fake.badge,
    setBadgeBackgroundColor: async ({ color }: { color: string }) => {
      surroundings.badgeColor = color;
    },
    setBadgeTextColor: async () => undefined,
    setTitle: async ({ title }: { title: string }) => {
      surroundings.title = title;
    },
  }),
  alarms: fakeSurroundings.alarms,
  idle: fakeSurroundings.idle,
  permissions: fakeSurroundings.permissions,
  tabs: fakeSurroundings.tabs,
  get notifications() {
    return fakeSurroundings.notifications;
  },
  windows: gated({ getLastFocused: async () => ({ id: 7 }) }),
  i18n: {
    getMessage(key: keyof typeof messages, substitutions: string[] = []) {
      const { message, placeholders = {} }: Message = messages[key];
      return message.replace(/\$(\w+)\$/g, (_, name) => {
        const place = placeholders[name]?.content.slice(1);
        return substitutions[Number(place) - 1] ?? '';
      });
    },
  },
};
