import type { Page } from 'puppeteer-core';
import type { Contract, Method, Params, Result } from '../../src/contract.ts';
import { addressOf } from '../browser/extension-page.ts';
import { waitUntil } from '../browser/wait-until.ts';
import type { LaunchedBrowser } from '../browsers.ts';
import { entraHost, type Person, type Tenant } from '../tenant/index.ts';
import { walkSignIn } from '../walk.ts';

/** What is used here of the API that pages of an extension have. */
declare const chrome: {
  extension: { getViews(filter: { type: 'popup' }): Window[] };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: {
    session: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
  };
};

/** A page without a script, between scenes. */
const NOWHERE = 'about:blank';

export const POPUP_PATH = 'popup/index.html';

/** Where scenes play: one tab, the browser around it, and the tenant behind it. */
export class Stage {
  readonly tenant: Tenant;
  readonly lanyard: LaunchedBrowser;
  #page: Page;
  /** Ends what `hold` began. */
  #release: (() => void) | null = null;

  constructor(tenant: Tenant, lanyard: LaunchedBrowser, page: Page) {
    this.tenant = tenant;
    this.lanyard = lanyard;
    this.#page = page;
  }

  /** The tab; in Firefox another one after each opening. */
  get page(): Page {
    return this.#page;
  }

  /** Asks the background as one of Lanyard's own pages would. */
  async ask<M extends Method>(method: M, ...params: Params<M>): Promise<Result<M>> {
    const reply = await this.lanyard.inExtension((message) => chrome.runtime.sendMessage(message), {
      method,
      params,
    });
    // The reply of our own background to our own question.
    return (reply as { value: Result<M> }).value;
  }

  person(key: string): Person {
    const person = this.tenant.people.find((each) => each.key === key);
    if (!person) throw new Error(`Nobody in the tenant is called ${key}.`);
    return person;
  }

  async accountId(): Promise<string> {
    const session = await this.ask('getSession');
    if (session.status !== 'signed-in') throw new Error(`The session is ${session.status}.`);
    return session.account.id;
  }

  /** From nobody to that person. */
  async signIn(key: string): Promise<void> {
    await this.ask('signIn', { kind: 'new' });
    await walkSignIn(await this.lanyard.waitForAuthWindow(), this.person(key));
    const session = await this.#endOfSignIn();
    if (session.status !== 'signed-in') throw new Error(`${key} could not be signed in.`);
  }

  /** Back to nobody, at a tenant as it was at first. */
  async signOut(): Promise<void> {
    await this.clear();
    const session = await this.ask('getSession');
    const accounts = session.status === 'signed-in' ? session.accounts : [];
    await this.ask(
      'signOut',
      accounts.map(({ id }) => id),
    );
    await this.ask('dismiss');
    this.tenant.control.reset();
  }

  /** Opens a page of the extension anew; the popup, where a panel is named, with that one. */
  async open(path: string, panel?: string): Promise<void> {
    await this.#leave();
    if (panel) {
      const popupPlace = { panel, message: null, wish: null };
      await this.lanyard.inExtension((place) => chrome.storage.session.set(place), { popupPlace });
    }
    if (!this.#isReplaced) return void (await this.page.goto(`${this.lanyard.extensionOrigin}/${path}`));
    const before = this.#page;
    this.#page = await this.lanyard.openExtensionPage(path);
    await before.close();
  }

  /** Firefox's driver never hears that a tab has come to a page of an extension: a tab that opens there takes its place. */
  get #isReplaced(): boolean {
    return this.lanyard.name === 'firefox';
  }

  /**
   * Lanyard opens it after Microsoft's window, and it would read, and keep, what the next scene is not to know. Firefox's
   * is no page of its driver's.
   */
  async #closePopup(): Promise<void> {
    if (!this.#isReplaced) return void (await (await this.lanyard.findPopup())?.close());
    await this.lanyard.inExtension(() => {
      for (const view of chrome.extension.getViews({ type: 'popup' })) view.close();
    });
  }

  /** Nothing of Lanyard is to be seen, nor asks for anything. */
  async #leave(): Promise<void> {
    if (!this.#isReplaced) return void (await this.page.goto(NOWHERE));
    const before = this.#page;
    this.#page = await this.lanyard.browser.newPage();
    await before.close();
  }

  /** Looks at a panel once as things are, so that the next popup knows what it has shown. */
  async lookOnce(panel: string, shows: string): Promise<void> {
    await this.open(POPUP_PATH, panel);
    await this.page.waitForSelector(shows);
    await this.settled();
  }

  /** Waits until nothing is being read any more; what ends a long list tells only that there is more. */
  async settled(): Promise<void> {
    await this.page.waitForFunction(
      () => !document.querySelector('.progress, .skeleton:not(.list-end .skeleton)'),
    );
  }

  /** Has Graph keep every answer to itself until the scene is over. */
  hold(): void {
    const held = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    this.tenant.control.faults.delay.graph = held;
  }

  /** Takes away what the last scene has brought: faults, windows, snapshots and how its last click ended. */
  async clear(): Promise<void> {
    const { control } = this.tenant;
    control.faults.graph = {};
    control.faults.delay.graph = null;
    control.cutNetwork(false);
    control.setConsentPolicy('person');
    this.#release?.();
    this.#release = null;
    // First: in Firefox a new tab opens in the window in front, and would keep that one open.
    for (const page of await this.lanyard.browser.pages(true)) {
      if ((await addressOf(page))?.startsWith(`https://${entraHost}/`)) await page.close();
    }
    await this.#leave();
    await this.#closePopup();
    await this.#endOfSignIn();
    await this.ask('dismiss');
    // What was being read for the page that has just closed would be kept a moment later; Firefox takes that long.
    if (this.#isReplaced) await this.lanyard.stopWorker();
    await this.forget(/^(snapshot|pauses|files|requests):|^popupPlace$/);
  }

  /** Takes what Lanyard has in memory under these keys away. */
  async forget(keys: RegExp): Promise<void> {
    await this.lanyard.inExtension(async (source) => {
      const all = Object.keys(await chrome.storage.session.get(null));
      await chrome.storage.session.remove(all.filter((key) => new RegExp(source).test(key)));
    }, keys.source);
  }

  #endOfSignIn(): Promise<ReturnType<Contract['getSession']>> {
    return waitUntil('the end of the sign-in', async () => {
      const session = await this.ask('getSession');
      return session.status === 'signing-in' ? null : session;
    });
  }
}
