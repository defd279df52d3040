import {
  type BrowserName,
  type LaunchedBrowser,
  type LaunchOptions,
  launchBrowser,
} from '../../../demo/browsers.ts';
import { startFakeMicrosoft } from './fake-microsoft.ts';
import { buildFixtureExtension } from './fixture-extension.ts';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** The fixture extension and the hosts it talks to; browsers come and go in between. */
export async function prepareFixture(name: BrowserName) {
  const microsoft = await startFakeMicrosoft();
  const extension = await buildFixtureExtension(name);
  const options = { browser: name, extensionDir: extension.dir, tenantPort: microsoft.port, headless: true };
  return {
    microsoft,
    options,
    launch: (more: Partial<LaunchOptions> = {}): Promise<LaunchedBrowser> =>
      launchBrowser({ ...options, ...more }),
    remove: async () => {
      microsoft.stop();
      await extension.remove();
    },
  };
}

/** Asks the background of the fixture extension, from a page of it. */
export function ask(launched: LaunchedBrowser, question: string, about?: unknown): Promise<unknown> {
  return launched.inExtension(
    (message) => chrome.runtime.sendMessage(message),
    about === undefined ? { ask: question } : { ask: question, about },
  );
}

/** What the fixture extension has in `storage.session`. */
export async function sessionOf(launched: LaunchedBrowser): Promise<Record<string, unknown>> {
  return (await launched.readStorage()).session;
}
