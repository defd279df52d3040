import { entraHost, type Person, type Tenant } from '../../demo/tenant/index.ts';
import { createFormBrowser, enterCredentials, shows } from '../demo/tenant/form-browser.ts';
import { fake, REDIRECT_URI } from './fake-browser.ts';
import type { FakeNetwork } from './fake-network.ts';

/** The person at Microsoft's window, and the browser's Microsoft session, which outlives every window. */
export interface FakePerson {
  /** Who signs in when a window opens. */
  is: Person;
  /** What happens in the next windows instead of a sign-in. */
  does: ((url: string, signIn: () => Promise<string>) => Promise<string>) | null;
  /** How many windows have opened, and how many silent flows were tried. */
  windows: number;
  silentFlows: number;
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
    does: null,
    windows: 0,
    silentFlows: 0,
    isHintIgnored: false,
    forgetCookies: () => browser.forgetCookies(),
  };

  const signIn = async (url: string): Promise<string> => {
    let page = await browser.open(url);
    if (shows(page, 'use-another-account')) page = await browser.submit(page, { choice: 'other' });
    if (shows(page, 'account')) page = await enterCredentials(browser, page, person.is);
    if (shows(page, 'accept')) page = await browser.submit(page, { choice: 'accept' });
    return arrived(page.url, 'The user did not approve access.');
  };

  fake.webAuthFlow = async ({ url, interactive }) => {
    if (network.isOffline) throw new Error('Authorization page could not be loaded.');
    if (interactive) {
      person.windows += 1;
      return person.does ? person.does(url, () => signIn(url)) : signIn(url);
    }
    person.silentFlows += 1;
    const asked = new URL(url);
    if (person.isHintIgnored) asked.searchParams.delete('login_hint');
    return arrived(
      (await browser.open(asked.href)).url,
      'User interaction required. Try setting `interactive`.',
    );
  };
  return person;
}

/** Where the flow ended, if that is the app's redirect URI; a page of Microsoft's is nothing that comes back. */
function arrived(url: string, otherwise: string): string {
  if (url.startsWith(`https://${entraHost}/`) || !url.startsWith(REDIRECT_URI)) throw new Error(otherwise);
  return url;
}
