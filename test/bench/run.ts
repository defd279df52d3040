// `npm run bench`: what tokens cost, on the built Chromium folder. Medians and ratios of one run; no verdict on time.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build, REDIRECT_URIS } from '../../build.mjs';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import { type LaunchedBrowser, launchBrowser } from '../../demo/browsers.ts';
import { artifactsDir } from '../../demo/demo.ts';
import { startTenant, type Tenant } from '../../demo/tenant/index.ts';
import { walkSignIn } from '../../demo/walk.ts';
import { clientId } from '../e2e/client-id.ts';
import {
  addLikenesses,
  answerTime,
  forgetCredential,
  forgetTokens,
  removeLikenesses,
  storedBytes,
  tokenTime,
  watchWorker,
} from './lanyard.ts';
import { machine, median, type Series, series, table } from './measure.ts';

const TRIES = 21;
/** How much more the most expensive may cost than the cheapest, where the cost should not grow. */
const FLAT = 1.5;

const CROWDS = [
  { name: '1 account, 1 token', others: 0, tokens: 0 },
  { name: '10 accounts, 10 tokens', others: 9, tokens: 1 },
  { name: '50 accounts, 50 tokens', others: 49, tokens: 1 },
  { name: '26 accounts, 201 tokens', others: 25, tokens: 8 },
] as const;

/** A browser with somebody signed in, and a page of the extension to ask from. */
interface Bench {
  tenant: Tenant;
  lanyard: LaunchedBrowser;
  page: Page;
  accountId: string;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-bench-'));
  try {
    await build({ out: folder, clientId });
    const results = await inBrowser(folder, true, measureCrowds);
    // A worker under a debugger does not stop and start as others do.
    const rest = await inBrowser(folder, false, async (bench) => ({
      bytes: await storedBytes(bench.page),
      crowd: await measureConcurrency(bench),
      start: await measureStart(bench),
      chromium: bench.lanyard.version,
    }));
    await report({ results, ...rest });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function inBrowser<T>(
  folder: string,
  attachToWorker: boolean,
  work: (bench: Bench) => Promise<T>,
): Promise<T> {
  const tenant = await startTenant({ clientId, redirectUris: Object.values(REDIRECT_URIS) });
  const lanyard = await launchBrowser({
    browser: 'chromium',
    extensionDir: join(folder, 'chromium'),
    tenantPort: tenant.port,
    headless: true,
    attachToWorker,
  });
  try {
    const accountId = await signIn(tenant, lanyard);
    return await work({ tenant, lanyard, accountId, page: await lanyard.openExtensionPage('manifest.json') });
  } finally {
    await lanyard.close();
    await tenant.stop();
  }
}

async function signIn(tenant: Tenant, lanyard: LaunchedBrowser): Promise<string> {
  const [person] = tenant.people;
  if (!person) throw new Error('The tenant has nobody in it.');
  const popup = await lanyard.openPopup();
  await (await popup.waitForSelector('.button-primary'))?.click();
  await walkSignIn(await lanyard.waitForAuthWindow(), person);
  await waitUntil('the profile', async () => (await lanyard.findPopup())?.$('img.avatar') ?? null);
  await (await lanyard.findPopup())?.close();
  return `${person.oid}.${person.tid}`;
}

type Rung = 'cache' | 'refresh token' | 'browser session';
interface Crowd {
  rung: Rung;
  rows: Series[];
}

async function measureCrowds({ lanyard, page, accountId }: Bench): Promise<Crowd[]> {
  const worker = await watchWorker(lanyard);
  const before: Record<Rung, () => Promise<void>> = {
    cache: async () => {},
    'refresh token': () => forgetTokens(page, accountId),
    'browser session': async () => {
      await forgetTokens(page, accountId);
      await forgetCredential(page, accountId);
    },
  };
  const crowds: Crowd[] = [];
  for (const rung of ['cache', 'refresh token', 'browser session'] as const) {
    const rows: Series[] = [];
    for (const { name, others, tokens } of CROWDS) {
      await addLikenesses(page, others, tokens);
      // The first try warms up what every later one finds warm.
      await before[rung]();
      await tokenTime(worker, page, accountId);
      rows.push(
        await series(name, TRIES, async () => {
          await before[rung]();
          return tokenTime(worker, page, accountId);
        }),
      );
      await removeLikenesses(page);
    }
    crowds.push({ rung, rows });
  }
  return crowds;
}

function measureStart({ lanyard, page }: Bench): Promise<Series> {
  return series('worker start to first answer', TRIES, async () => {
    await lanyard.stopWorker();
    return answerTime(page, 'getSession');
  });
}

async function measureConcurrency({ tenant, page, accountId }: Bench) {
  await forgetTokens(page, accountId);
  const before = tenant.control.counters.token;
  const ms = await page.evaluate(async (id) => {
    const start = performance.now();
    const question = { method: 'getProfile', params: [id] };
    await Promise.all(Array.from({ length: 50 }, () => globalThis.chrome.runtime.sendMessage(question)));
    return performance.now() - start;
  }, accountId);
  return { ms, tokenRequests: tenant.control.counters.token - before };
}

interface Findings {
  results: Crowd[];
  start: Series;
  crowd: { ms: number; tokenRequests: number };
  bytes: { session: number; local: number };
  chromium: string;
}

async function report({ results, start, crowd, bytes, chromium }: Findings): Promise<void> {
  console.log(`${machine()}; Chromium ${chromium}; medians of ${TRIES}, in milliseconds\n`);
  const rows = [['token from', ...CROWDS.map(({ name }) => name), 'worst/best', `target <= ${FLAT}`]];
  for (const { rung, rows: crowds } of results) {
    const medians = crowds.map(({ samples }) => median(samples));
    const ratio = Math.max(...medians) / Math.min(...medians);
    rows.push([
      rung,
      ...medians.map((ms) => ms.toFixed(2)),
      ratio.toFixed(2),
      ratio <= FLAT ? 'met' : 'MISSED',
    ]);
  }
  console.log(table(rows));
  console.log(`\n${start.name}: ${median(start.samples).toFixed(1)}`);
  console.log(
    `50 callers at expiry: ${crowd.tokenRequests} token request(s), all answered in ${crowd.ms.toFixed(0)}`,
  );
  console.log(`bytes stored for one account: ${bytes.local} on disk (sealed), ${bytes.session} in memory`);

  await mkdir(artifactsDir, { recursive: true });
  const path = join(artifactsDir, 'bench.json');
  const versions = { machine: machine(), chromium, tries: TRIES };
  await writeFile(path, `${JSON.stringify({ ...versions, results, start, crowd, bytes }, null, 2)}\n`);
  console.log(`\nEvery sample is in ${path}`);
}

await main();
