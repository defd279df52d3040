import type { Page } from 'puppeteer-core';
import { waitUntil } from './browser/wait-until.ts';
import type { Person } from './tenant/index.ts';

/** How far to go through Microsoft's pages, and what is called at each of them. */
export interface Walk {
  /** Says no to the permissions instead of yes. */
  declines?: boolean;
  /** Runs when a page is there to be seen, before anything is done to it. */
  onPage?: (name: 'account' | 'password' | 'consent', page: Page) => Promise<void>;
}

const hook = (name: string) => `[data-test="${name}"]`;

/** Signs a person in at the tenant's pages, as they would: account, password, and consent where it is asked. */
export async function walkSignIn(page: Page, person: Person, { declines = false, onPage }: Walk = {}) {
  await enterAccount(page, person, onPage);
  await page.waitForSelector(hook('password'));
  await onPage?.('password', page);
  await fill(page, 'password', person.password);
  await press(page, 'next');
  if (!(await reaches(page, 'accept'))) return;
  await onPage?.('consent', page);
  await press(page, declines ? 'cancel' : 'accept');
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

/** Waits for a page with that hook; false when the window closes instead, as it does without consent to ask. */
async function reaches(page: Page, name: string): Promise<boolean> {
  try {
    await page.waitForSelector(hook(name));
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
  const closed = waitUntil('the window to close', async () => page.isClosed() || null, 1_000);
  return closed.catch(() => false);
}
