import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchedBrowser } from '../../demo/browsers.ts';
import type { Tenant } from '../../demo/tenant/index.ts';
import { createInboxNews, type InboxNews } from './inbox-news.ts';
import { PAGES } from './prepare-folder.ts';
import { type Opening, timeOpening } from './watch-page.ts';
import { type Bench, launchAt, signIn, withTenant } from './world.ts';

/** Rounds, in each of which every page is opened once, so that what slows the machine slows them all. */
export const OPENINGS = 15;
/** Launches of the browser for each page that is opened after one. */
export const RESTARTS = 15;

export type OpeningName = 'blank' | 'warm' | 'stopped' | 'reference' | 'blankAfterRestart' | 'afterRestart';
export type Openings = Record<OpeningName, Opening[]>;

/** Opens the popup and what it is compared with, again and again. */
export async function measureOpenings(extensionDir: string): Promise<Openings> {
  const profileDir = await mkdtemp(join(tmpdir(), 'lanyard-bench-profile-'));
  const launch = (tenant: Tenant) => launchAt(tenant, { extensionDir, profileDir });
  try {
    return await withTenant({}, async (tenant) => {
      const [person] = tenant.people;
      if (!person) throw new Error('The tenant has nobody in it.');
      const news = createInboxNews(tenant, person);
      const lanyard = await launch(tenant);
      const rounds = await closing(lanyard, async () => openInRounds(await signIn(tenant, lanyard), news));
      return { ...rounds, ...(await openAfterRestarts(() => launch(tenant), news)) };
    });
  } finally {
    await rm(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

async function closing<T>(lanyard: LaunchedBrowser, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await lanyard.close();
  }
}

type RoundName = 'blank' | 'warm' | 'stopped' | 'reference';

async function openInRounds(bench: Bench, news: InboxNews): Promise<Record<RoundName, Opening[]>> {
  const { lanyard } = bench;
  await signInToReference(lanyard, news);
  /** What the popup has shown last. */
  let kept = await showOnce(bench, news);
  const openPopup = async () => {
    const fresh = news.bring();
    const opening = await timeOpening(lanyard, PAGES.popup, { kept, fresh });
    kept = fresh;
    return opening;
  };
  const once: Record<RoundName, () => Promise<Opening>> = {
    blank: () => timeOpening(lanyard, PAGES.blank, {}),
    reference: () => timeOpening(lanyard, PAGES.reference, { fresh: news.bring() }),
    async warm() {
      await wakeWorker(bench);
      return openPopup();
    },
    async stopped() {
      await lanyard.stopWorker();
      return openPopup();
    },
  };
  const names = Object.keys(once) as RoundName[];
  const openings: Record<RoundName, Opening[]> = { blank: [], warm: [], stopped: [], reference: [] };
  // The first round warms up what later ones find warm.
  for (const name of names) await once[name]();
  for (let round = 0; round < OPENINGS; round += 1) {
    // Each page follows each other one as often.
    for (const at of names.keys()) {
      const name = names[(at + round) % names.length] ?? 'blank';
      openings[name].push(await once[name]());
    }
  }
  return openings;
}

/** Through Microsoft's window, once; what that leaves in localStorage serves every later opening. */
async function signInToReference(lanyard: LaunchedBrowser, news: InboxNews): Promise<void> {
  const page = await lanyard.openExtensionPage(PAGES.reference);
  await (await page.waitForSelector('#sign-in:not([hidden])'))?.click();
  await page.waitForSelector('#inbox li');
  await page.close();
  await timeOpening(lanyard, PAGES.reference, { fresh: news.bring() });
}

/** Opens the popup until it shows what is new, and leaves that as its snapshot. */
async function showOnce({ lanyard }: Bench, news: InboxNews): Promise<string> {
  const fresh = news.bring();
  await timeOpening(lanyard, PAGES.popup, { fresh });
  return fresh;
}

async function wakeWorker({ page }: Bench): Promise<void> {
  await page.evaluate(() => globalThis.chrome.runtime.sendMessage({ method: 'getSession', params: [] }));
}

/** A page is the first that a browser opens which has just started, with the profile of somebody signed in. */
async function openAfterRestarts(launch: () => Promise<LaunchedBrowser>, news: InboxNews) {
  const openings: Record<'blankAfterRestart' | 'afterRestart', Opening[]> = {
    blankAfterRestart: [],
    afterRestart: [],
  };
  for (let round = 0; round < RESTARTS; round += 1) {
    for (const name of ['blankAfterRestart', 'afterRestart'] as const) {
      const lanyard = await launch();
      const isPopup = name === 'afterRestart';
      const opening = closing(lanyard, () =>
        timeOpening(lanyard, isPopup ? PAGES.popup : PAGES.blank, isPopup ? { fresh: news.bring() } : {}),
      );
      openings[name].push(await opening);
    }
  }
  return openings;
}
