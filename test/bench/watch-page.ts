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
  var benchOpening: {
    paint: Promise<number>;
    shown: Record<keyof Signs, Promise<number> | null>;
    seen: Signs;
  };
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
  const opening = await page.evaluate(readOpening, PATIENCE);
  return { page, opening };
}

/** As `openWatched`, and closes the page again. */
export async function timeOpening(lanyard: LaunchedBrowser, path: string, signs: Signs): Promise<Opening> {
  const { page, opening } = await openWatched(lanyard, path, signs);
  await page.close();
  return opening;
}

/** Runs in the page, before anything of its own. */
function watch(signs: Signs): void {
  const paint = new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (entry) resolve(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  /** The task behind the next frame's callbacks comes when that frame has been handed over. */
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
  const shown = (text: string | undefined) =>
    text === undefined
      ? null
      : new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            if (!document.body?.textContent?.includes(text)) return;
            observer.disconnect();
            resolve(painted());
          });
          observer.observe(document, { childList: true, subtree: true, characterData: true });
        });
  globalThis.benchOpening = {
    paint,
    shown: { kept: shown(signs.kept), fresh: shown(signs.fresh) },
    seen: signs,
  };
}

/** Runs in the page, once it has loaded. */
async function readOpening(patience: number): Promise<Opening> {
  const { paint, shown, seen } = globalThis.benchOpening;
  const inTime = (what: string, moment: Promise<number>) =>
    Promise.race([
      moment,
      new Promise<number>((_, reject) => {
        const text = () => document.body.textContent;
        setTimeout(() => reject(new Error(`Never saw ${what}; the page shows: ${text()}`)), patience);
      }),
    ]);
  return {
    firstPaint: await inTime('a frame', paint),
    kept: shown.kept ? await inTime(`"${seen.kept}"`, shown.kept) : Number.NaN,
    fresh: shown.fresh ? await inTime(`"${seen.fresh}"`, shown.fresh) : Number.NaN,
  };
}
