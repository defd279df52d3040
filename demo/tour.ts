import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitUntil } from './browser/wait-until.ts';
import { type BrowserName, type LaunchedBrowser, launchBrowser } from './browsers.ts';
import { artifactsDir, openDemo } from './demo.ts';
import type { Person } from './tenant/index.ts';
import { walkConsent, walkSignIn } from './walk.ts';

type Theme = 'light' | 'dark';

/** The popup, in CSS pixels, and Microsoft's window as the browsers open it. */
const POPUP = { x: 0, y: 0, width: 400, height: 560 };
const AUTH_WINDOW = { width: 500, height: 700 };

/**
 * Goes the whole way once in each theme without anybody watching: the popup, sign-in, consent, profile, then mail, a
 * message and the calendar with a permission each, Today made of them, and sign-out. Says each step as it happens, and leaves a picture of
 * each.
 * @throws {Error} when a step does not come about
 */
export async function runTour(browser: BrowserName): Promise<void> {
  const demo = await openDemo();
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  try {
    for (const theme of ['light', 'dark'] as const) {
      stop.signal.throwIfAborted();
      demo.tenant.control.reset();
      const lanyard = await launchBrowser({
        browser,
        extensionDir: demo.extensionDir(browser),
        tenantPort: demo.tenant.port,
        headless: true,
        colorScheme: theme,
        scale: 2,
      });
      try {
        console.log(`\n${lanyard.name} ${lanyard.version}, ${theme} theme`);
        await tourOnce(lanyard, firstOf(demo.tenant.people), await album(lanyard.name, theme));
      } finally {
        await lanyard.close();
      }
    }
    console.log(`\nThe tour is done. Its pictures are in ${join(artifactsDir, 'tour')}`);
  } finally {
    await demo.close();
  }
}

/** Prints a step and keeps its picture. */
type Album = (step: string, words: string, page: Page, isPopup?: boolean) => Promise<void>;

async function album(browser: BrowserName, theme: Theme): Promise<Album> {
  const folder = join(artifactsDir, 'tour');
  await mkdir(folder, { recursive: true });
  let count = 0;
  return async (step, words, page, isPopup = true) => {
    count += 1;
    const path = join(folder, `${browser}-${theme}-${String(count).padStart(2, '0')}-${step}.png`);
    await photograph(page, path, isPopup);
    console.log(`  ${count}. ${words}`);
  };
}

async function tourOnce(lanyard: LaunchedBrowser, person: Person, keep: Album): Promise<void> {
  const popup = await lanyard.openPopup();
  const signIn = await popup.waitForSelector('.button-primary');
  await keep('welcome', 'The popup says what Lanyard will ask for, and why', popup);

  await signIn?.click();
  const microsoft = await lanyard.waitForAuthWindow();
  await popup.waitForSelector('.progress');
  await keep('signing-in', 'Sign in was clicked: a Microsoft window is open, and the popup says so', popup);
  await walkSignIn(microsoft, person, {
    onPage: (name, page) => keep(name, pageWords(name, person), page, false),
  });

  const first = await popupWith(lanyard, '.today-offer');
  await keep('offers', 'Accepted: Today offers what else it could show, and asks for nothing', first);
  await chooseTab(first, 'you');
  const badge = await popupWith(lanyard, '.badge img.avatar');
  await keep('profile', `The profile of ${person.displayName} is read from Graph and shown`, badge);

  await chooseTab(badge, 'mail');
  await allow(lanyard, keep, 'mail', 'the list of messages');
  const list = await popupWith(lanyard, '.message-row');
  await keep('mail', 'Allowed: the newest messages, and still not what they say', list);

  await (await list.waitForSelector('.message-row .row-main'))?.click();
  await allow(lanyard, keep, 'message', 'what messages say');
  const message = await popupWith(lanyard, '.message');
  await keep('message', 'Allowed: the message that was clicked is open', message);

  await chooseTab(message, 'calendar');
  await allow(lanyard, keep, 'calendar', 'the calendar');
  const calendar = await popupWith(lanyard, '.event-row');
  await keep('calendar', 'Allowed: today and the days to come', calendar);

  await chooseTab(calendar, 'today');
  const today = await popupWith(lanyard, '.next-meeting');
  await keep('today', 'Today is made of what has been allowed', today);

  await chooseTab(today, 'you');
  await (await calendar.waitForSelector('.standing .button-subtle'))?.click();
  const out = await popupWith(lanyard, '.asks');
  await keep('signed-out', 'Signed out: no token is left, and the popup is as it was at first', out);
}

async function chooseTab(popup: Page, name: string): Promise<void> {
  await (await popup.waitForSelector(`[role=tab][data-panel=${name}]`))?.click();
}

/** From the card that asks to Microsoft's page, and the yes there. */
async function allow(lanyard: LaunchedBrowser, keep: Album, step: string, what: string): Promise<void> {
  const card = await popupWith(lanyard, '.consent-card');
  await keep(`${step}-card`, `Lanyard says what it needs for ${what}, before Microsoft asks`, card);
  await (await card.waitForSelector('.consent-continue'))?.click();
  await walkConsent(await lanyard.waitForAuthWindow(), {
    onPage: (_, page) => keep(`${step}-consent`, `Microsoft asks for ${what}, and nothing else`, page, false),
  });
}

function pageWords(name: 'account' | 'password' | 'consent', person: Person): string {
  return {
    account: `Microsoft asks for the account: ${person.userPrincipalName}`,
    password: 'Microsoft asks for the password',
    consent: 'Microsoft asks to accept: sign in, read the profile, keep access',
  }[name];
}

/** The popup once it shows that element; it may have been closed and opened again meanwhile. */
function popupWith(lanyard: LaunchedBrowser, selector: string): Promise<Page> {
  return waitUntil(`the popup with ${selector}`, async () => {
    const popup = await lanyard.findPopup();
    return popup && (await popup.$(selector)) ? popup : null;
  });
}

async function photograph(page: Page, path: string, isPopup: boolean): Promise<void> {
  if (!isPopup) await page.setViewport({ ...AUTH_WINDOW, deviceScaleFactor: 2 });
  // Nothing lights up under the pointer that clicked last.
  await page.mouse.move(0, 0);
  if (!isPopup) {
    await page.screenshot({ path });
    return;
  }
  // Without windows, Chromium makes a popup a little narrower or wider than its page asks for.
  const width = await page.evaluate(() => document.body.getBoundingClientRect().width);
  await page.screenshot({ path, clip: { ...POPUP, width } });
}

function firstOf(people: readonly Person[]): Person {
  const [person] = people;
  if (!person) throw new Error('The tenant has nobody in it.');
  return person;
}
