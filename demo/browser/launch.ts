import type { Browser } from 'puppeteer-core';
import { allowBefore } from './allowed-before.ts';
import { chromiumEngine, launchChromium } from './chromium.ts';
import { drive } from './drive.ts';
import { firefoxEngine, launchFirefox } from './firefox.ts';
import { findOrInstallBrowser } from './install.ts';
import { guardLaunch } from './launch-guard.ts';
import type { LaunchedBrowser, LaunchOptions } from './launched-browser.ts';
import { type ExtensionManifest, readManifest } from './manifest.ts';
import { endingOf, type Profile, prepareProfile, removeProfile } from './profile.ts';

/**
 * Starts a browser that has the extension, and that finds the tenant under the names of Microsoft's hosts and
 * nothing else. When anything fails on the way, nothing is left behind.
 */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const manifest = await readManifest(options.extensionDir);
  const executablePath =
    options.executablePath ?? (await findOrInstallBrowser(options.browser, { log: console.log }));
  const profile = await prepareProfile(options.profileDir);
  const browser = await guardLaunch(profile, () => launch(executablePath, profile, options, manifest));
  const close = endingOf(browser, profile);
  try {
    const engineFor = options.browser === 'chromium' ? chromiumEngine : firefoxEngine;
    return await drive(await engineFor(browser, options.extensionDir, manifest), close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function launch(
  executablePath: string,
  profile: Profile,
  options: LaunchOptions,
  manifest: ExtensionManifest,
): Promise<Browser> {
  try {
    if (options.browser === 'chromium' && options.agreesToPermissions)
      await allowBefore(profile.path, manifest);
    return options.browser === 'chromium'
      ? await launchChromium(executablePath, profile.path, options)
      : await launchFirefox(executablePath, profile.path, options, manifest);
  } catch (error) {
    if (profile.isOurs) await removeProfile(profile);
    throw error;
  }
}
