import type { Page } from 'puppeteer-core';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import { PAGES } from './prepare-folder.ts';
import { openWatched } from './watch-page.ts';
import { inBrowser } from './world.ts';

export const INBOX_SIZE = 10_000;
/** How far the list is scrolled, in rows. */
export const SCROLLED_ROWS = 3_000;
/** One turn of the wheel (CSS pixels): most of what is seen at once. */
const TURN = 400;
/** A frame that takes longer is seen as a jerk (ms); what the web platform calls a long task. */
export const LONG_FRAME = 50;

/** Frames as the page was called for them. */
export interface Frames {
  count: number;
  /** Milliseconds between one and the next, at most. */
  longest: number;
  /** How many took longer than LONG_FRAME. */
  long: number;
  /** How many of those were long because the page's own thread was busy (Long Animation Frames API). */
  busy: number;
}

export interface Scrolling {
  rows: number;
  /** While nothing happened in the page: what the machine does to anybody's frames. */
  idle: Frames;
  scrolled: Frames;
}

declare global {
  var benchFrames: { times: number[]; busy: number; isOver: boolean };
}

/** Scrolls through the inbox by the wheel; what follows is read from Graph on the way. */
export function measureScrolling(extensionDir: string): Promise<Scrolling> {
  return inBrowser({ extensionDir, inboxSize: INBOX_SIZE }, async ({ lanyard }) => {
    const { page } = await openWatched(lanyard, PAGES.popup, {});
    await (await page.waitForSelector('[role=tab][data-panel=mail]'))?.click();
    const first = await page.waitForSelector('.message-row');
    await first?.hover();

    await startFrames(page);
    await waitUntil('a hundred frames', async () => (await countFrames(page)) >= 100 || null);
    const idle = await endFrames(page);

    await startFrames(page);
    let rows = await lastRow(page);
    while (rows < SCROLLED_ROWS) {
      await page.mouse.wheel({ deltaY: TURN });
      const before = rows;
      rows = await waitUntil('more of the list', async () => {
        const now = await lastRow(page);
        if (now > before) return now;
        await page.mouse.wheel({ deltaY: TURN });
        return null;
      });
    }
    return { rows, idle, scrolled: await endFrames(page) };
  });
}

/** The place in the list of the last row that is drawn. */
function lastRow(page: Page): Promise<number> {
  return page.$$eval('.message-place', (places) =>
    Math.max(0, ...places.map((place) => Number(place.getAttribute('aria-posinset')))),
  );
}

function startFrames(page: Page): Promise<void> {
  return page.evaluate((longest) => {
    const frames = { times: [] as number[], busy: 0, isOver: false };
    globalThis.benchFrames = frames;
    new PerformanceObserver((list, observer) => {
      if (frames.isOver) observer.disconnect();
      else frames.busy += list.getEntries().filter(({ duration }) => duration > longest).length;
    }).observe({ type: 'long-animation-frame' });
    const on = {
      frame(time: number) {
        frames.times.push(time);
        if (!frames.isOver) requestAnimationFrame((next) => on.frame(next));
      },
    };
    requestAnimationFrame((time) => on.frame(time));
  }, LONG_FRAME);
}

const countFrames = (page: Page) => page.evaluate(() => globalThis.benchFrames.times.length);

function endFrames(page: Page): Promise<Frames> {
  return page.evaluate((longest) => {
    const frames = globalThis.benchFrames;
    frames.isOver = true;
    const gaps = frames.times.slice(1).map((time, at) => time - (frames.times[at] ?? time));
    return {
      count: gaps.length,
      longest: Math.max(...gaps),
      // Three refreshes of a screen at 60 Hz are 50 ms, give or take some microseconds.
      long: gaps.filter((gap) => Math.round(gap) > longest).length,
      busy: frames.busy,
    };
  }, LONG_FRAME);
}
