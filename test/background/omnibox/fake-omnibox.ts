import browser, { type Omnibox } from 'webextension-polyfill';
import { bindToLife } from '../../fakes/life-scope.ts';

type Disposition = Omnibox.OnInputEnteredDisposition;
type Suggest = (suggestions: Omnibox.SuggestResult[]) => void;

/** The address bar behind the keyword, and the tabs that are opened from it. */
export interface FakeOmnibox {
  hint: string;
  opened: { url: string; how: 'here' | 'front' | 'behind' }[];
  /** Whether the browser opens the popup for an extension. */
  mayOpenPopup: boolean;
  start(): void;
  /** Gives what is suggested; never resolves where the background suggests nothing for it. */
  type(text: string): Promise<Omnibox.SuggestResult[]>;
  enter(text: string, disposition?: Disposition): void;
  cancel(): void;
  /** Puts everything back, for the test files that come after in the same process. */
  unplug(): void;
}

/** Puts an address bar in place. */
export function plugInOmnibox(): FakeOmnibox {
  const listeners = {
    started: [] as (() => void)[],
    changed: [] as ((text: string, suggest: Suggest) => void)[],
    entered: [] as ((text: string, disposition: Disposition) => void)[],
    cancelled: [] as (() => void)[],
  };
  const before = { omnibox: browser.omnibox, tabs: browser.tabs };
  const { openPopup } = browser.action;
  const event = <Args extends unknown[]>(all: ((...args: Args) => void)[]) => ({
    addListener: (listener: (...args: Args) => void) => void all.push(bindToLife(listener)),
  });
  const each = <L>(all: L[], call: (listener: L) => void) => all.forEach(call);
  const bar: FakeOmnibox = {
    hint: '',
    opened: [],
    mayOpenPopup: true,
    start: () => each(listeners.started, (listener) => listener()),
    type: (text) => new Promise((resolve) => each(listeners.changed, (listener) => listener(text, resolve))),
    enter: (text, disposition = 'currentTab') =>
      each(listeners.entered, (listener) => listener(text, disposition)),
    cancel: () => each(listeners.cancelled, (listener) => listener()),
    unplug() {
      Object.assign(browser, before);
      Object.assign(browser.action, { openPopup });
    },
  };
  Object.assign(browser, {
    omnibox: {
      onInputStarted: event(listeners.started),
      onInputChanged: event(listeners.changed),
      onInputEntered: event(listeners.entered),
      onInputCancelled: event(listeners.cancelled),
      setDefaultSuggestion: ({ description }: { description: string }) => {
        bar.hint = description;
      },
    },
    tabs: {
      update: async ({ url }: { url: string }) => void bar.opened.push({ url, how: 'here' }),
      create: async ({ url, active = true }: { url: string; active?: boolean }) =>
        void bar.opened.push({ url, how: active ? 'front' : 'behind' }),
    },
  });
  Object.assign(browser.action, {
    openPopup: async (where: object) => {
      if (!bar.mayOpenPopup) throw new Error('openPopup requires a user gesture');
      await openPopup(where);
    },
  });
  return bar;
}
