import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from '../../demo/browsers.ts';

/** Milliseconds from the beginning of the navigation. */
export interface Opening {
  /** The first frame with any text or picture in it (W3C Paint Timing, `first-contentful-paint`). */
  firstPaint: number;
  /** The first frame with what the inbox was when the page was opened last; NaN where it is not shown. */
  kept: number;
  /** The first frame with what the inbox is now. */
  fresh: number;
}

/** What to wait for: texts that stand for an inbox, before it changed and now. */
export interface Signs {
  kept?: string;
  fresh?: string;
}

declare global {
  var benchOpening: { [Moment in keyof Opening]: Promise<number> | number };
}

/** As somebody with a popup sees it. */
const POPUP_SIZE = { width: 400, height: 560 };

/** Nothing here takes this long (ms). */
const PATIENCE = 15_000;

/**
 * Opens a page of the extension in a tab of its own and tells when it showed what. The page is watched from outside: the
 * debugger puts the watch in before the page's first script.
 */
export async function openWatched(
  lanyard: LaunchedBrowser,
  path: string,
  signs: Signs,
): Promise<{ page: Page; opening: Opening }> {
  const page = await lanyard.browser.newPage();
  await page.setViewport(POPUP_SIZE);
  await page.evaluateOnNewDocument(watch, signs);
  await page.goto(`${lanyard.extensionOrigin}/${path}`);
  const opening = await page.evaluate(readOpening, PATIENCE, signs);
  return { page, opening };
}

/** As `openWatched`, and closes the page again. */
export async function timeOpening(lanyard: LaunchedBrowser, path: string, signs: Signs): Promise<Opening> {
  const { page, opening } = await openWatched(lanyard, path, signs);
  await page.close();
  return opening;
}

/**
 * Runs in the page, before anything of its own. Here, as in `readOpening`, a function inside is a method or has no name:
 * tsx marks others with a helper that the page does not have.
 */
function watch(signs: Signs): void {
  const moments = {
    /** The task behind the next frame's callbacks comes when that frame has been handed over. */
    painted() {
      return new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        });
      });
    },
    shown(text: string) {
      return new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.body?.textContent?.includes(text)) return;
          observer.disconnect();
          resolve(this.painted());
        }).observe(document, { childList: true, subtree: true, characterData: true });
      });
    },
  };
  globalThis.benchOpening = {
    firstPaint: new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const [entry] = list.getEntriesByName('first-contentful-paint');
        if (entry) resolve(entry.startTime);
      }).observe({ type: 'paint', buffered: true });
    }),
    kept: signs.kept === undefined ? Number.NaN : moments.shown(signs.kept),
    fresh: signs.fresh === undefined ? Number.NaN : moments.shown(signs.fresh),
  };
}

/** Runs in the page, once it has loaded; rejects with what it shows when something is never seen. */
async function readOpening(patience: number, signs: Signs): Promise<Opening> {
  const over = new Promise<never>((_, reject) => {
    setTimeout(() => {
      const awaited = JSON.stringify(signs);
      reject(new Error(`Waited in vain for ${awaited}; the page shows: ${document.body.textContent}`));
    }, patience);
  });
  const { firstPaint, kept, fresh } = globalThis.benchOpening;
  const all = Promise.all([firstPaint, kept, fresh]);
  const [paintedAt, keptAt, freshAt] = await Promise.race([all, over]);
  return { firstPaint: paintedAt, kept: keptAt, fresh: freshAt };
}
