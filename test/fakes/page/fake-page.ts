import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };

// Stands in for `webextension-polyfill` in tests of what is drawn: the edge of a page of the extension, in memory.
// `resetPage()` puts it back. The background at the other end of the messages is `fake-background.ts`.

type Items = Record<string, unknown>;
type Changes = Record<string, { newValue?: unknown }>;
type Listener = (message: unknown, sender: object, sendResponse: (reply: unknown) => void) => unknown;

/** A text of `_locales`. */
interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** Storage in memory that tells of its changes, as every page of the extension hears them. */
class FakePageStorage {
  items: Items = {};
  /** Every call rejects with it. */
  failWith: Error | null = null;
  /** Every read waits for it. */
  readable: Promise<void> | null = null;
  readonly listeners = new Set<(changes: Changes) => void>();
  readonly onChanged = {
    addListener: (listener: (changes: Changes) => void) => void this.listeners.add(listener),
    removeListener: (listener: (changes: Changes) => void) => void this.listeners.delete(listener),
  };

  async get(asked: string | string[]): Promise<Items> {
    await this.readable;
    this.#check();
    const keys = [asked].flat();
    const found = Object.entries(this.items).filter(([key]) => keys.includes(key));
    return structuredClone(Object.fromEntries(found));
  }

  async set(items: Items): Promise<void> {
    this.#check();
    const copies = structuredClone(items);
    Object.assign(this.items, copies);
    this.#tell(Object.fromEntries(Object.entries(copies).map(([key, newValue]) => [key, { newValue }])));
  }

  async remove(keys: string | string[]): Promise<void> {
    this.#check();
    const gone = [keys].flat().filter((key) => Object.hasOwn(this.items, key));
    for (const key of gone) delete this.items[key];
    if (gone.length > 0) this.#tell(Object.fromEntries(gone.map((key) => [key, {}])));
  }

  reset(): void {
    this.items = {};
    this.failWith = null;
    this.readable = null;
    this.listeners.clear();
  }

  #check(): void {
    if (this.failWith) throw this.failWith;
  }

  #tell(changes: Changes): void {
    for (const listener of this.listeners) listener(structuredClone(changes));
  }
}

const asAtFirst = () => ({
  /** The tab over which the popup is. */
  frontTab: { url: 'https://example.com/article', title: 'An article' } as { url?: string; title?: string },
  commands: [{ name: '_execute_action', shortcut: 'Alt+Shift+L' }],
  /** The browser does not say what shortcuts it has. */
  areCommandsBroken: false,
  tabsOpened: [] as string[],
  optionsOpened: 0,
  /** The windows beside which a panel was opened. */
  sidePanels: [] as number[],
  idle: 'active' as 'active' | 'idle' | 'locked',
  /** Listeners of the background. */
  listeners: [] as Listener[],
});

/** What the tests set and look at. */
export const page = {
  session: new FakePageStorage(),
  local: new FakePageStorage(),
  ...asAtFirst(),
};

export function resetPage(): void {
  page.session.reset();
  page.local.reset();
  Object.assign(page, asAtFirst());
}

const ORIGIN = 'chrome-extension://lanyard-id/';
const WINDOW_ID = 7;
const SENDER = { id: 'lanyard-id', url: `${ORIGIN}popup/index.html` };

// biome-ignore lint/style/noDefaultExport: the polyfill exports so
export default {
  runtime: {
    id: SENDER.id,
    getURL: (path: string) => `${ORIGIN}${path}`,
    onMessage: { addListener: (listener: Listener) => void page.listeners.push(listener) },
    sendMessage: (message: unknown): Promise<unknown> =>
      new Promise((resolve) => {
        const sent = structuredClone(message);
        const kept = page.listeners.map((listener) =>
          listener(sent, SENDER, (reply) => resolve(structuredClone(reply))),
        );
        if (!kept.includes(true)) resolve(undefined);
      }),
    async openOptionsPage() {
      page.optionsOpened += 1;
    },
  },
  storage: { session: page.session, local: page.local },
  commands: {
    async getAll() {
      if (page.areCommandsBroken) throw new Error('No commands');
      return page.commands;
    },
  },
  tabs: {
    query: async () => [page.frontTab],
    async create({ url }: { url: string }) {
      page.tabsOpened.push(url);
    },
  },
  windows: { getCurrent: async () => ({ id: WINDOW_ID }) },
  sidePanel: {
    async open({ windowId }: { windowId: number }) {
      page.sidePanels.push(windowId);
    },
  },
  extension: { getViews: () => [] },
  idle: { queryState: async () => page.idle },
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
