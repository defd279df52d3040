import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { shrinkPng } from './shrink-png.ts';

/** Where the pictures are kept. */
export const ALBUM = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));

/** The popup as the browser shows it, in CSS pixels; twice as many pixels, for it is looked at closely. */
export const POPUP = { width: 400, height: 560, deviceScaleFactor: 2 };
/** The narrowest that the popup and the side panel are. */
export const NARROW = { width: 360, height: 560, deviceScaleFactor: 1 };
/** A tab, of which the whole page is taken. */
export const TAB = { width: 900, height: 700, deviceScaleFactor: 1 };

export const THEMES = ['light', 'dark'] as const;

/** Takes a page in these themes, and gives the names of the files; a name may have a folder in it. */
export async function photograph(
  page: Page,
  name: string,
  isWhole: boolean,
  themes: readonly (typeof THEMES)[number][] = THEMES,
): Promise<string[]> {
  await mkdir(dirname(join(ALBUM, name)), { recursive: true });
  const files: string[] = [];
  for (const theme of themes) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await settle(page);
    const file = `${name}-${theme}.png`;
    await writeFile(join(ALBUM, file), shrinkPng(await page.screenshot({ fullPage: isWhole })));
    files.push(file);
  }
  return files;
}

/** Until everything is drawn that is there; the caret would be seen in one picture and not in the next. */
async function settle(page: Page): Promise<void> {
  // Nothing lights up under the pointer that clicked last.
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    document.documentElement.style.caretColor = 'transparent';
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await Promise.allSettled(
      document.getAnimations().map(({ finished, effect }) => {
        const isEndless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
        return isEndless ? undefined : finished;
      }),
    );
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Removes the pictures that this run would have taken anew and no scene has any more. */
export async function removeOthers(kept: ReadonlySet<string>): Promise<void> {
  for (const file of await readdir(ALBUM, { recursive: true })) {
    if (file.endsWith('.png') && !kept.has(file)) await rm(join(ALBUM, file));
  }
}

/** Megabytes (1,000,000 bytes) of the whole folder. */
export async function albumSize(): Promise<number> {
  const files = (await readdir(ALBUM, { recursive: true })).filter((file) => file.endsWith('.png'));
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(ALBUM, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}
