import type { LaunchedBrowser } from '../../demo/browsers.ts';

/** A browser for one test after the other. */
export interface SharedBrowser {
  /** The browser; another one where there is none yet, or the last one has gone. */
  get(): Promise<LaunchedBrowser>;
  /** Ends the browser, if there is one; whoever asks next gets another. */
  end(): Promise<void>;
}

export function shareBrowser(launch: () => Promise<LaunchedBrowser>): SharedBrowser {
  let current: LaunchedBrowser | null = null;
  const end = async () => {
    const last = current;
    current = null;
    await last?.close();
  };
  return {
    async get() {
      if (current && !current.browser.connected) await end();
      current ??= await launch();
      return current;
    },
    end,
  };
}
