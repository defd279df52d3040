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
import { type Series, series } from './measure.ts';
import { type Bench, inBrowser } from './world.ts';

/** Of each thing that is measured here. */
export const TOKEN_TRIES = 21;

/** How much there is in storage beside what is asked for. */
export const CROWDS = [
  { name: '1 account, 1 token', others: 0, tokens: 0 },
  { name: '10 accounts, 10 tokens', others: 9, tokens: 1 },
  { name: '50 accounts, 50 tokens', others: 49, tokens: 1 },
  { name: '26 accounts, 201 tokens', others: 25, tokens: 8 },
] as const;

type Rung = 'cache' | 'refresh token' | 'browser session';

export interface Tokens {
  /** By where the token comes from, a series for each crowd. */
  rungs: { rung: Rung; rows: Series[] }[];
  start: Series;
  /** Fifty who ask at once, when the token has just gone. */
  crowd: { ms: number; tokenRequests: number };
  bytes: { session: number; local: number };
}

/** What tokens cost, wherever they come from and however much else there is; and what the worker's start costs. */
export async function measureTokens(extensionDir: string): Promise<Tokens> {
  const rungs = await inBrowser({ extensionDir, attachToWorker: true }, measureRungs);
  // A worker under a debugger does not stop and start as others do.
  const rest = await inBrowser({ extensionDir }, async (bench) => ({
    bytes: await storedBytes(bench.page),
    crowd: await measureConcurrency(bench),
    start: await measureStart(bench),
  }));
  return { rungs, ...rest };
}

async function measureRungs({ lanyard, page, accountId }: Bench): Promise<Tokens['rungs']> {
  const worker = await watchWorker(lanyard);
  const before: Record<Rung, () => Promise<void>> = {
    cache: async () => {},
    'refresh token': () => forgetTokens(page, accountId),
    'browser session': async () => {
      await forgetTokens(page, accountId);
      await forgetCredential(page, accountId);
    },
  };
  const rungs: Tokens['rungs'] = [];
  for (const rung of ['cache', 'refresh token', 'browser session'] as const) {
    const rows: Series[] = [];
    for (const { name, others, tokens } of CROWDS) {
      await addLikenesses(page, others, tokens);
      // The first try warms up what every later one finds warm.
      await before[rung]();
      await tokenTime(worker, page, accountId);
      rows.push(
        await series(name, TOKEN_TRIES, async () => {
          await before[rung]();
          return tokenTime(worker, page, accountId);
        }),
      );
      await removeLikenesses(page);
    }
    rungs.push({ rung, rows });
  }
  return rungs;
}

function measureStart({ lanyard, page }: Bench): Promise<Series> {
  return series('worker start to first answer', TOKEN_TRIES, async () => {
    await lanyard.stopWorker();
    return answerTime(page, 'getSession');
  });
}

async function measureConcurrency({ tenant, page, accountId }: Bench): Promise<Tokens['crowd']> {
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
