// Finding, installing, launching and driving the browsers that the demo and the tests run Lanyard in.

export { type Display, ensureDisplay } from './browser/display.ts';
export { browserCacheFolder } from './browser/download.ts';
export { browserVariables, findBrowser } from './browser/find.ts';
export { findOrInstallBrowser } from './browser/install.ts';
export { launchBrowser } from './browser/launch.ts';
export type { BrowserName, LaunchedBrowser, LaunchOptions, StorageDump } from './browser/launched-browser.ts';
