import type { Page } from 'puppeteer-core';
import { waitUntil } from './browser/wait-until.ts';
import type { Person } from './tenant/index.ts';

/** How far to go through Microsoft's pages, and what is called at each of them. */
export interface Walk {
  /** Says no to the permissions instead of yes. */
  declines?: boolean;
  /** As an administrator, says yes for everybody in the organisation. */
  forOrganisation?: boolean;
  /** Runs when a page is there to be seen, before anything is done to it. */
  onPage?: (name: 'account' | 'password' | 'consent', page: Page) => Promise<void>;
}

const hook = (name: string) => `[data-test="${name}"]`;

/**
 * Signs a person in at the tenant's pages, as they would: account, password, and code and consent where asked. It ends
 * at a page that refuses them, or that wants a new password.
 */
export async function walkSignIn(page: Page, person: Person, walk: Walk = {}) {
  await enterAccount(page, person, walk.onPage);
  await enterPassword(page, person, walk.onPage);
  if (await reachesConsent(page)) await walkConsent(page, walk);
}

/** Answers the consent page, which a browser with a Microsoft session comes to at once. */
export async function walkConsent(
  page: Page,
  { declines = false, forOrganisation = false, onPage }: Walk = {},
) {
  await page.waitForSelector(hook('accept'));
  await onPage?.('consent', page);
  if (forOrganisation) await press(page, 'for-organisation');
  await press(page, declines ? 'cancel' : 'accept');
}

/** Enters the code that the page shows, in the place of a telephone. */
export async function walkMfa(page: Page) {
  await page.waitForSelector(hook('code'));
  const code = await page.$eval(hook('shown-code'), (shown) => shown.textContent ?? '');
  await fill(page, 'code', code);
  await press(page, 'next');
}

/** Chooses a new password at the page that comes when the old one has expired. */
export async function walkNewPassword(page: Page, person: Person, password: string) {
  await page.waitForSelector(hook('new-password'));
  await fill(page, 'current-password', person.password);
  await fill(page, 'new-password', password);
  await fill(page, 'confirm-password', password);
  await press(page, 'next');
}

/** Answers the page of the admin consent endpoint, after a sign-in if the browser knows another account or none. */
export async function walkAdminConsent(page: Page, person: Person, walk: Walk = {}) {
  await page.waitForSelector(['account', 'use-another-account', 'code', 'accept'].map(hook).join(', '));
  if (!(await page.$(`${hook('code')}, ${hook('accept')}`))) {
    await enterAccount(page, person, walk.onPage);
    await enterPassword(page, person, walk.onPage);
  }
  if (await reachesConsent(page)) await walkConsent(page, { ...walk, forOrganisation: false });
}

/** Chooses an account that the browser's Microsoft session already knows: one click. */
export async function walkPicker(page: Page, person: Person) {
  const entry = `[data-account="${person.userPrincipalName}"]`;
  await page.waitForSelector(entry);
  await ignoringClose(page, page.click(entry));
}

/** Presses a button of the tenant's page by its hook; the page may close for it. */
export async function press(page: Page, name: string) {
  await page.waitForSelector(hook(name));
  await ignoringClose(page, page.click(hook(name)));
}

/** Signs in the person whose account Microsoft's page already names, and who has consented: only the password. */
export async function walkHinted(page: Page, person: Person) {
  await press(page, 'next');
  await page.waitForSelector(hook('password'));
  await fill(page, 'password', person.password);
  await press(page, 'next');
}

async function enterAccount(page: Page, person: Person, onPage: Walk['onPage']) {
  await page.waitForSelector(`${hook('account')}, ${hook('use-another-account')}`);
  if (!(await page.$(hook('account')))) await press(page, 'use-another-account');
  await page.waitForSelector(hook('account'));
  await onPage?.('account', page);
  await fill(page, 'account', person.userPrincipalName);
  await press(page, 'next');
}

async function enterPassword(page: Page, person: Person, onPage: Walk['onPage']) {
  await page.waitForSelector(hook('password'));
  await onPage?.('password', page);
  await fill(page, 'password', person.password);
  await press(page, 'next');
}

/** Goes on to the consent page, by the code if that is asked for; false if there is none. */
async function reachesConsent(page: Page): Promise<boolean> {
  const ends = ['accept', 'error', 'new-password'];
  if (!(await reaches(page, 'code', ...ends))) return false;
  if (await page.$(hook('code'))) {
    await walkMfa(page);
    if (!(await reaches(page, ...ends))) return false;
  }
  return (await page.$(hook('accept'))) !== null;
}

/** At once, and over whatever the page has put there: key by key takes a browser a second for an address. */
function fill(page: Page, name: string, text: string): Promise<void> {
  return page.$eval(
    hook(name),
    (input, value) => {
      if (input instanceof HTMLInputElement) input.value = value;
    },
    text,
  );
}

/** Waits for a page with one of these hooks; false when the window closes instead, as it does with nothing left to ask. */
async function reaches(page: Page, ...names: string[]): Promise<boolean> {
  try {
    await page.waitForSelector(names.map(hook).join(', '));
    return true;
  } catch (error) {
    if (await isClosing(page)) return false;
    throw error;
  }
}

/** The last click closes the window, at times before the browser has confirmed the click. */
async function ignoringClose(page: Page, action: Promise<void>) {
  try {
    await action;
  } catch (error) {
    if (!(await isClosing(page))) throw error;
  }
}

/** A command to a window that closes fails a moment before puppeteer calls the window closed. */
async function isClosing(page: Page): Promise<boolean> {
  const closed = waitUntil('the window to close', async () => page.isClosed() || null, 10_000);
  return closed.catch(() => false);
}
