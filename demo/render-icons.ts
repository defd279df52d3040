// `npm run icons`: draws src/icons/lanyard.svg in the sizes that the manifest names. Run it when the drawing changes.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { thisMachine } from './browser/machine.ts';
import { findOrInstallBrowser } from './browsers.ts';

const folder = fileURLToPath(new URL('../src/icons', import.meta.url));
const drawing = await readFile(`${folder}/lanyard.svg`, 'utf8');

const browser = await puppeteer.launch({
  executablePath: await findOrInstallBrowser('chromium', { log: console.log }),
  args: thisMachine.isRoot ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`);
  for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size });
    await writeFile(`${folder}/icon-${size}.png`, await page.screenshot({ omitBackground: true }));
    console.log(`icon-${size}.png`);
  }
} finally {
  await browser.close();
}
