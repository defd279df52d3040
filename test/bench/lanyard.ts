import type { Page, WebWorker } from 'puppeteer-core';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';
import '../extension-page.ts';

// The folder under measurement is the one that ships. It is watched from outside: puppeteer is attached to the
// worker, where a wrapper around `fetch` and one more message listener note when things happen.

declare global {
  var benchMarks: { asked: number; fetches: { at: number; url: string }[] };
}

/** Attaches the watch; again after each start of the worker. */
export async function watchWorker({ browser }: LaunchedBrowser): Promise<WebWorker> {
  const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
  const worker = await waitUntil('the worker', () => target.worker());
  await worker.evaluate(() => {
    globalThis.benchMarks = { asked: 0, fetches: [] };
    const original = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      globalThis.benchMarks.fetches.push({ at: performance.now(), url: String(input) });
      return original(input, init);
    };
    globalThis.chrome.runtime.onMessage.addListener(() => {
      globalThis.benchMarks.asked = performance.now();
      globalThis.benchMarks.fetches = [];
    });
  });
  return worker;
}

/** Milliseconds in the worker from the question for a profile to the request that leaves for Graph: the token's. */
export async function tokenTime(worker: WebWorker, page: Page, accountId: string): Promise<number> {
  const reply = await page.evaluate(
    (id) => globalThis.chrome.runtime.sendMessage({ method: 'getProfile', params: [id] }),
    accountId,
  );
  if (!JSON.stringify(reply).includes('"ready"')) throw new Error(`No profile: ${JSON.stringify(reply)}`);
  return worker.evaluate(() => {
    const { asked, fetches } = globalThis.benchMarks;
    const graph = fetches.find(({ url }) => url.startsWith('https://graph.microsoft.com'));
    return graph ? graph.at - asked : Number.NaN;
  });
}

/** Milliseconds in a page from a question to its answer. */
export function answerTime(page: Page, method: string): Promise<number> {
  return page.evaluate(async (name) => {
    const start = performance.now();
    await globalThis.chrome.runtime.sendMessage({ method: name, params: [] });
    return performance.now() - start;
  }, method);
}

/** Takes the account's access tokens away, and the notes that limit how often new ones are asked for. */
export function forgetTokens(page: Page, accountId: string): Promise<void> {
  return page.evaluate(async (id) => {
    await globalThis.chrome.storage.session.remove([`tokens:${id}`, `requests:${id}`, `standing:${id}`]);
  }, accountId);
}

/** Takes the refresh token away as well. */
export function forgetCredential(page: Page, accountId: string): Promise<void> {
  return page.evaluate(async (id) => {
    await globalThis.chrome.storage.local.remove(`vault:credential:${id}`);
  }, accountId);
}

/**
 * Puts more accounts beside the one that is signed in, with tokens, in the shapes that Lanyard stores; their sealed
 * values open for nobody, and cost what real ones cost as long as nobody asks for them.
 */
export function addLikenesses(page: Page, count: number, tokensEach: number): Promise<void> {
  return page.evaluate(
    async (accountCount, tokenCount) => {
      const { session, local } = globalThis.chrome.storage;
      const book = (await session.get('accounts')).accounts as { active: string; list: object[] };
      const [own] = book.list;
      const ids = Array.from({ length: accountCount }, (_, index) => `likeness-${index}.tenant`);
      const items: Record<string, unknown> = {};
      const boxes: Record<string, unknown> = {};
      for (const id of ids) {
        items[`tokens:${id}`] = Array.from({ length: tokenCount }, (_, index) => ({
          token: 'x'.repeat(2_000),
          scopes: ['openid', 'profile', `Scope${index}.Read`],
          obtainedAt: Date.now(),
          expiresOn: Date.now() + 3_600_000,
        }));
        boxes[`vault:credential:${id}`] = {
          v: 1,
          nonce: btoa('123456789012'),
          data: btoa('x'.repeat(4_000)),
        };
      }
      await session.set({
        ...items,
        accounts: { active: book.active, list: [own, ...ids.map((id) => ({ ...own, id }))] },
      });
      await local.set(boxes);
    },
    count,
    tokensEach,
  );
}

/** Takes them away again. */
export function removeLikenesses(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const area of [globalThis.chrome.storage.session, globalThis.chrome.storage.local]) {
      const keys = Object.keys(await area.get(null)).filter((key) => key.includes(':likeness-'));
      if (keys.some((key) => key.includes('credential:likeness')) || keys.length > 0) await area.remove(keys);
    }
    const { session } = globalThis.chrome.storage;
    const book = (await session.get('accounts')).accounts as { active: string; list: object[] };
    await session.set({ accounts: { active: book.active, list: book.list.slice(0, 1) } });
  });
}

/** Bytes that Lanyard has in storage, as JSON. */
export function storedBytes(page: Page): Promise<{ session: number; local: number }> {
  return page.evaluate(async () => ({
    session: JSON.stringify(await globalThis.chrome.storage.session.get(null)).length,
    local: JSON.stringify(await globalThis.chrome.storage.local.get(null)).length,
  }));
}
