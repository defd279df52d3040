import { type AptContext, aptHasRealBrowsers, installWithApt } from './apt.ts';
import { download, findDownloaded } from './download.ts';
import { browserVariables, findBrowser } from './find.ts';
import type { BrowserName } from './launched-browser.ts';
import { thisMachine } from './machine.ts';

/** Fonts come along, for without them every page of a bare container is a page of empty boxes. */
const aptPackages: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr', 'fonts-liberation'],
};

const names: Record<BrowserName, string> = {
  chromium: 'Chromium, Chrome or Edge',
  firefox: 'Firefox',
};

/** The download, which tests replace. */
export interface Downloads {
  find(name: BrowserName): Promise<string | null>;
  fetch(name: BrowserName): Promise<string>;
}

/** The path of a browser, installing one when there is none; rejects with one sentence that says what to do. */
export async function findOrInstallBrowser(
  name: BrowserName,
  context: AptContext,
  downloads: Downloads = { find: findDownloaded, fetch: download },
): Promise<string> {
  const { log, machine = thisMachine } = context;
  const found = findBrowser(name, machine) ?? (await downloads.find(name));
  if (found) return found;

  if (aptHasRealBrowsers(machine) && (await installWithApt(aptPackages[name], context))) {
    const installed = findBrowser(name, machine);
    if (installed) return installed;
  }

  log(`Downloading ${name}; this takes a minute the first time.`);
  try {
    return await downloads.fetch(name);
  } catch (cause) {
    throw new Error(
      `No ${name} was found and none could be installed: install ${names[name]} (not as a snap), ` +
        `or set ${browserVariables[name]} to the path of its executable.`,
      { cause },
    );
  }
}
