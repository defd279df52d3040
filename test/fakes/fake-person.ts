import { entraHost, type Person, type Tenant } from '../../demo/tenant/index.ts';
import { createFormBrowser, enterCredentials, type FormBrowser, shows } from '../demo/tenant/form-browser.ts';
import type { Answer } from '../demo/tenant/https-client.ts';
import { fake, REDIRECT_URI } from './fake-browser.ts';
import type { FakeNetwork } from './fake-network.ts';

/** The person at Microsoft's window, and the browser's Microsoft session, which outlives every window. */
export interface FakePerson {
  /** Who signs in when a window opens. */
  is: Person;
  /** What they do where they are asked for permissions; what only an administrator may give they cannot accept. */
  consents: 'accept' | 'decline' | 'close';
  /** What they do on a page that has no way on: close it, or take its way back if it has one. */
  atDeadEnd: 'close' | 'leave';
  /** What happens in the next windows instead of a sign-in. */
  does: ((url: string, signIn: () => Promise<string>) => Promise<string>) | null;
  /** How many windows have opened, and how many silent flows were tried. */
  windows: number;
  silentFlows: number;
  /** The address that each window was opened on, in order. */
  addresses: URL[];
  /** Whether Microsoft answers silent flows for whoever is signed in, whomever they name. */
  isHintIgnored: boolean;
  /** Clears the browser's cookies: no Microsoft session is left in it. */
  forgetCookies(): void;
}

/** Puts in a `launchWebAuthFlow` that walks the tenant's pages as a person would. */
export function seatPerson(tenant: Tenant, network: FakeNetwork, is: Person): FakePerson {
  const browser = createFormBrowser(tenant.port);
  const person: FakePerson = {
    is,
    consents: 'accept',
    atDeadEnd: 'close',
    does: null,
    windows: 0,
    silentFlows: 0,
    addresses: [],
    isHintIgnored: false,
    forgetCookies: () => browser.forgetCookies(),
  };

  const signIn = async (url: string): Promise<string> => {
    const page = await walk(browser, person, await browser.open(url));
    return arrived(page.url, 'The user did not approve access.');
  };

  fake.webAuthFlow = async ({ url, interactive }) => {
    if (network.isOffline) throw new Error('Authorization page could not be loaded.');
    const asked = new URL(url);
    if (interactive) {
      person.windows += 1;
      person.addresses.push(asked);
      return person.does ? person.does(url, () => signIn(url)) : signIn(url);
    }
    person.silentFlows += 1;
    if (person.isHintIgnored) asked.searchParams.delete('login_hint');
    return arrived(
      (await browser.open(asked.href)).url,
      'User interaction required. Try setting `interactive`.',
    );
  };
  return person;
}

/** Goes from page to page, each of which may be missing, up to the one where it ends. */
async function walk(browser: FormBrowser, person: FakePerson, first: Answer): Promise<Answer> {
  const other = linkOn(first, 'use-another-account');
  let page = other ? await browser.open(other) : first;
  if (shows(page, 'use-another-account')) page = await browser.submit(page, { choice: 'other' });
  if (shows(page, 'account')) page = await enterCredentials(browser, page, person.is);
  if (shows(page, 'new-password')) page = await renewPassword(browser, page, person.is);
  if (shows(page, 'code')) {
    const code = /data-test="shown-code">(\d+)</.exec(page.text)?.[1] ?? '';
    page = await browser.submit(page, { choice: 'next', code });
  }
  if (shows(page, 'accept')) {
    if (person.consents === 'close') return page;
    return browser.submit(page, { choice: person.consents === 'accept' ? 'accept' : 'cancel' });
  }
  if (person.atDeadEnd === 'close') return page;
  const back = linkOn(page, 'cancel');
  if (back) return { ...page, url: back };
  return shows(page, 'cancel') ? browser.submit(page, { choice: 'leave' }) : page;
}

function renewPassword(browser: FormBrowser, page: Answer, { password }: Person): Promise<Answer> {
  const fresh = `${password} anew`;
  return browser.submit(page, { choice: 'next', password, new_password: fresh, confirmed: fresh });
}

/** Where the link of that `data-test` leads, if there is one. */
function linkOn({ text, url }: Answer, hook: string): string | null {
  const href = new RegExp(`<a href="([^"]*)" data-test="${hook}"`).exec(text)?.[1]?.replaceAll('&amp;', '&');
  return href === undefined ? null : new URL(href, url).href;
}

/** Where the flow ended, if that is the app's redirect URI; a page of Microsoft's is nothing that comes back. */
function arrived(url: string, otherwise: string): string {
  if (url.startsWith(`https://${entraHost}/`) || !url.startsWith(REDIRECT_URI)) throw new Error(otherwise);
  return url;
}
