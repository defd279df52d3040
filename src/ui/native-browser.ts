import type { Browser } from 'webextension-polyfill';

/**
 * What pages have instead of webextension-polyfill (see `build.mjs`): Firefox's `browser`, and in Chromium `chrome`,
 * which answers with promises as well in Manifest V3. Only listeners that answer later differ, and pages have none.
 */
// biome-ignore lint/style/noDefaultExport: it stands in for a package that has one.
export default readBrowser();

function readBrowser(): Browser {
  // The browser's own, of which nothing could be checked that the first call does not show.
  return Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
}
