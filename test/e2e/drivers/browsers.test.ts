import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PATIENCE_MS } from '../../../demo/browser/wait-until.ts';
import { type BrowserName, ensureDisplay, type LaunchedBrowser } from '../../../demo/browsers.ts';
import { ask, prepareFixture, sessionOf } from '../../demo/browser/fixture-browser.ts';
import { browserName as name } from '../world.ts';

declare const chrome: {
  identity: { getRedirectURL(): string };
  storage: Record<'session' | 'local', { set(items: object): Promise<void> }>;
  windows: { getAll(): Promise<{ id: number; type: string }[]> };
};

const eventually = { timeout: 60_000, interval: 50 };
const cancelled: Record<BrowserName, string> = {
  chromium: 'The user did not approve access.',
  firefox: 'User cancelled or denied access.',
};

describe(`${name} without a window`, () => {
  let fixture: Awaited<ReturnType<typeof prepareFixture>>;
  let launched: LaunchedBrowser;
  beforeAll(async () => {
    fixture = await prepareFixture(name);
    launched = await fixture.launch();
  });
  afterAll(async () => {
    await launched?.close();
    await fixture?.remove();
  });

  it('has the extension, with an address that it can report', async () => {
    expect(launched).toMatchObject({ name, version: expect.stringMatching(/^\d+\./) });
    expect(await launched.inExtension(() => location.origin)).toBe(launched.extensionOrigin);
  });

  it('opens the popup, finds it again, and does not take a tab with the same page for it', async () => {
    expect(await launched.findPopup()).toBeNull();
    const popup = await launched.openPopup();
    expect(await popup.title()).toBe('Fixture popup');
    expect(await launched.findPopup()).toBe(popup);
    expect(await launched.isActionPopupShown()).toBe(name === 'chromium');
    await popup.close();
    expect(await launched.findPopup()).toBeNull();
  });

  it("reaches the local server under Graph's name, within the CORS rules of that server", async () => {
    expect(await ask(launched, 'fetchText', 'https://graph.microsoft.com/v1.0/me')).toBe('hello from Graph');
    expect(await ask(launched, 'fetchText', 'https://graph.microsoft.com/without-cors')).toBe('TypeError');
    expect(fixture.microsoft.seen).toContainEqual({
      url: 'https://graph.microsoft.com/v1.0/me',
      origin: launched.extensionOrigin,
    });
  });

  it('reaches no other host', async () => {
    const arrived = vi.fn();
    const elsewhere = createServer((_request, response) => response.end(arrived())).listen(0);
    const address = elsewhere.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const page = await launched.browser.newPage();
    await expect(page.goto(`http://${hostname()}:${port}/`)).rejects.toThrow();
    await page.close();
    elsewhere.close();
    expect(arrived).not.toHaveBeenCalled();
  });

  it('shows the sign-in window under the real host name, and returns the answer', async () => {
    const popup = await launched.openPopup();
    await popup.click('#sign-in');
    const authWindow = await launched.waitForAuthWindow();
    expect(await authWindow.title()).toBe('Sign in to your account');
    await authWindow.click('#yes');
    const redirectUri = await launched.inExtension(() => chrome.identity.getRedirectURL());
    await vi.waitFor(
      async () => expect(await sessionOf(launched)).toEqual({ answer: `${redirectUri}#code=the-code` }),
      eventually,
    );
    await popup.close();
  });

  it("gives the extension the browser's own message when the sign-in window is closed", async () => {
    const popup = await launched.openPopup();
    await popup.click('#sign-in');
    await (await launched.waitForAuthWindow()).close();
    await vi.waitFor(
      async () => expect(await sessionOf(launched)).toMatchObject({ refusal: cancelled[name] }),
      eventually,
    );
    await popup.close();
  });

  it('stops the background, which starts again and still knows its session', async () => {
    await launched.inExtension(() => chrome.storage.session.set({ kept: true }));
    const bootId = await ask(launched, 'bootId');
    expect(await ask(launched, 'bootId')).toBe(bootId);
    await launched.stopWorker();
    expect(await ask(launched, 'bootId')).not.toBe(bootId);
    expect(await sessionOf(launched)).toMatchObject({ kept: true });
  });

  it('opens any page of the extension in a tab', async () => {
    const page = await launched.openExtensionPage('popup.html?tab');
    expect(await page.evaluate(() => location.href)).toBe(`${launched.extensionOrigin}/popup.html?tab`);
    expect(await page.$eval('#sign-in', (button) => button.textContent)).toBe('Sign in');
    await page.close();
  });
});

describe.runIf(name === 'chromium')('chromium with a debugger at the worker', () => {
  it('lets the test look inside the worker', async () => {
    const fixture = await prepareFixture(name);
    const launched = await fixture.launch({ attachToWorker: true });
    const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker', {
      timeout: PATIENCE_MS,
    });
    const worker = await target.worker();
    expect(await worker?.evaluate(() => location.pathname)).toBe('/background.js');
    await launched.close();
    await fixture.remove();
  });
});

describe(`${name} with a profile folder of the test`, () => {
  it('keeps the local storage over a restart, and clears the session storage', async () => {
    const fixture = await prepareFixture(name);
    const profileDir = await mkdtemp(join(tmpdir(), 'lanyard-kept-profile-'));
    const before = await fixture.launch({ profileDir, colorScheme: 'dark' });
    await before.inExtension(() => chrome.storage.local.set({ kept: true }));
    await before.inExtension(() => chrome.storage.session.set({ kept: false }));
    await before.close();

    const after = await fixture.launch({ profileDir, colorScheme: 'light' });
    const storage = await after.readStorage();
    const origin = after.extensionOrigin;
    await after.close();
    await rm(profileDir, { recursive: true });
    await fixture.remove();
    expect(storage).toEqual({ local: { kept: true }, session: {} });
    expect(origin).toBe(before.extensionOrigin);
  });

  it.each(['light', 'dark'] as const)('shows pages in a %s colour scheme', async (colorScheme) => {
    const fixture = await prepareFixture(name);
    const launched = await fixture.launch({ colorScheme });
    const popup = await launched.openPopup();
    const isDark = await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await launched.close();
    await fixture.remove();
    expect(isDark).toBe(colorScheme === 'dark');
  });
});

describe(`${name} in a window`, () => {
  it('loses the popup to the sign-in window, and opens it again when the extension asks', async () => {
    const { display, stop } = await ensureDisplay({ log: console.log });
    const fixture = await prepareFixture(name);
    const launched = await fixture.launch({ headless: false, ...(display ? { display } : {}) });

    await launched.showActionPopup();
    await vi.waitFor(async () => expect(await launched.isActionPopupShown()).toBe(true), eventually);
    await launched.clickInActionPopup('#sign-in');
    await (await launched.waitForAuthWindow()).click('#yes');
    // Firefox closes the popup when the window opens, Chromium when the window is gone again.
    await vi.waitFor(async () => expect(await launched.isActionPopupShown()).toBe(false), eventually);
    expect(await launched.findPopup()).toBeNull();
    expect(await sessionOf(launched)).toHaveProperty('answer');

    const windows = await launched.inExtension(() => chrome.windows.getAll());
    await ask(launched, 'openPopup', windows.find(({ type }) => type === 'normal')?.id);
    await vi.waitFor(async () => expect(await launched.isActionPopupShown()).toBe(true), eventually);

    await launched.close();
    await stop();
    await fixture.remove();
  });
});

describe(`${name} when the program that launched it dies`, () => {
  let fixture: Awaited<ReturnType<typeof prepareFixture>>;
  let temporary: string;
  beforeEach(async () => {
    fixture = await prepareFixture(name);
    temporary = await mkdtemp(join(tmpdir(), 'lanyard-dying-'));
  });
  afterEach(async () => {
    await rm(temporary, { recursive: true });
    await fixture.remove();
  });

  const profiles = async () => (await readdir(temporary)).filter((file) => file.startsWith('lanyard-'));
  const expectNothingLeft = async () => {
    expect(commandsWith(temporary)).toEqual([]);
    expect(await profiles()).toEqual([]);
  };

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('ends with the program, by %s', async (signal) => {
    const program = keepBrowser(fixture.options.extensionDir, temporary);
    await once(program.stdout, 'data');
    expect(commandsWith(temporary)).not.toEqual([]);
    program.kill(signal);
    await vi.waitFor(expectNothingLeft, eventually);
  });

  it('ends with the program even while it starts', async () => {
    const program = keepBrowser(fixture.options.extensionDir, temporary);
    await vi.waitFor(() => expect(commandsWith(temporary)).not.toEqual([]), { ...eventually, interval: 5 });
    program.kill('SIGTERM');
    await vi.waitFor(expectNothingLeft, eventually);
  });
});

/** A program that launches a browser, with a folder for temporary files in which its profile can be seen. */
function keepBrowser(extensionDir: string, temporary: string) {
  const script = fileURLToPath(new URL('../../demo/browser/keep-browser.ts', import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', script, name, extensionDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temporary },
  });
}

/** The command lines that name a folder: a browser's do, for its profile lies there. */
function commandsWith(folder: string): string[] {
  const commands = execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' }).split('\n');
  return commands.filter((command) => command.includes(folder) && /profile|user-data-dir/.test(command));
}
