import { posix, win32 } from 'node:path';
import {
  Browser,
  BrowserTag,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';
import type { BrowserName } from './launched-browser.ts';
import { type Machine, thisMachine } from './machine.ts';

const products: Record<BrowserName, Browser> = { chromium: Browser.CHROME, firefox: Browser.FIREFOX };

/** Where downloaded browsers are kept: in the person's cache, so that a fresh clone finds them again. */
export function browserCacheFolder({ platform, env, home }: Machine = thisMachine): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = env;
  if (platform === 'win32')
    return win32.join(LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'lanyard', 'browsers');
  const cache = platform === 'darwin' ? posix.join(home, 'Library', 'Caches') : posix.join(home, '.cache');
  return posix.join(XDG_CACHE_HOME ?? cache, 'lanyard', 'browsers');
}

/** The executable of a browser downloaded earlier, or null. */
export async function findDownloaded(name: BrowserName): Promise<string | null> {
  const installed = await getInstalledBrowsers({ cacheDir: browserCacheFolder() });
  return installed.find(({ browser }) => browser === products[name])?.executablePath ?? null;
}

/** Downloads Chrome for Testing or Firefox from its maker, and gives its executable's path. */
export async function download(name: BrowserName): Promise<string> {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`no build of ${name} is made for this machine`);
  const browser = products[name];
  const buildId = await resolveBuildId(browser, platform, BrowserTag.STABLE);
  const cacheDir = browserCacheFolder();
  // Chrome for Testing comes without the system libraries it needs; only root can add them.
  const installDeps = name === 'chromium' && platform.startsWith('linux') && thisMachine.isRoot;
  const { executablePath } = await install({ browser, platform, buildId, cacheDir, installDeps });
  return executablePath;
}
