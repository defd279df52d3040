import { posix, win32 } from 'node:path';
import type { BrowserName } from './launched-browser.ts';
import type { Machine } from './machine.ts';

interface Product {
  /** Command names on Linux, looked for on the PATH. */
  commands: readonly string[];
  /** Below an Applications folder on macOS. */
  macApp: string;
  /** Below a program folder on Windows. */
  windowsPath: string;
}

/** Free builds first: a browser that nobody signs in to every day is the better one to test in. */
const products: Record<BrowserName, readonly Product[]> = {
  chromium: [
    {
      commands: ['chromium', 'chromium-browser'],
      macApp: 'Chromium.app/Contents/MacOS/Chromium',
      windowsPath: 'Chromium\\Application\\chrome.exe',
    },
    {
      commands: ['google-chrome-stable', 'google-chrome'],
      macApp: 'Google Chrome.app/Contents/MacOS/Google Chrome',
      windowsPath: 'Google\\Chrome\\Application\\chrome.exe',
    },
    {
      commands: ['microsoft-edge-stable', 'microsoft-edge'],
      macApp: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      windowsPath: 'Microsoft\\Edge\\Application\\msedge.exe',
    },
  ],
  firefox: [
    {
      commands: ['firefox', 'firefox-esr'],
      macApp: 'Firefox.app/Contents/MacOS/firefox',
      windowsPath: 'Mozilla Firefox\\firefox.exe',
    },
    {
      commands: ['firefox-developer-edition'],
      macApp: 'Firefox Developer Edition.app/Contents/MacOS/firefox',
      windowsPath: 'Firefox Developer Edition\\firefox.exe',
    },
  ],
};

/** Linux puts these on most people's PATH, but not on every service's. */
const usualBinFolders = ['/usr/local/bin', '/usr/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];

/** Every path where the browser may be, most wanted first. */
export function usualPlaces(name: BrowserName, machine: Machine): string[] {
  return products[name].flatMap((product) => {
    switch (machine.platform) {
      case 'darwin':
        return ['/Applications', posix.join(machine.home, 'Applications')].map((folder) =>
          posix.join(folder, product.macApp),
        );
      case 'win32':
        return windowsProgramFolders(machine).map((folder) => win32.join(folder, product.windowsPath));
      default:
        return product.commands.flatMap((command) =>
          linuxFolders(machine).map((folder) => posix.join(folder, command)),
        );
    }
  });
}

function linuxFolders({ env: { PATH = '' } }: Machine): string[] {
  const onPath = PATH.split(':').filter((folder) => folder.startsWith('/'));
  return [...new Set([...onPath, ...usualBinFolders])];
}

function windowsProgramFolders({ env }: Machine): string[] {
  const { ProgramFiles, LOCALAPPDATA } = env;
  return [ProgramFiles, env['ProgramFiles(x86)'], LOCALAPPDATA].filter((folder) => folder !== undefined);
}
