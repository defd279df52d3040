import { describe, expect, it } from 'vitest';
import { browserCacheFolder, ensureDisplay, findBrowser, findOrInstallBrowser } from '../../demo/browsers.ts';
import { compiled, fakeMachine } from './browser/fake-machine.ts';

const log = () => {};
const noDownloads = {
  find: async () => null,
  fetch: async () => Promise.reject(new Error('no network')),
};

describe('findBrowser', () => {
  it('takes the browser that the environment names, before any other', () => {
    const env = { PATH: '/usr/bin', LANYARD_CHROMIUM: '/opt/mine' };
    const machine = fakeMachine({ env, programs: { '/usr/bin/chromium': compiled, '/opt/mine': compiled } });
    expect(findBrowser('chromium', machine)).toBe('/opt/mine');
  });

  it('stops, naming the variable, if the environment names a file that does not exist', () => {
    const env = { PATH: '/usr/bin', LANYARD_FIREFOX: '/opt/gone' };
    const machine = fakeMachine({ env, programs: { '/usr/bin/firefox': compiled } });
    expect(() => findBrowser('firefox', machine)).toThrow(
      'LANYARD_FIREFOX is set to "/opt/gone", but there is no program at that path.',
    );
  });

  it.each([
    ['linux', 'chromium', '/usr/bin/chromium'],
    ['linux', 'chromium', '/usr/bin/google-chrome-stable'],
    ['linux', 'chromium', '/opt/microsoft/msedge/microsoft-edge'],
    ['linux', 'firefox', '/usr/bin/firefox-esr'],
    ['darwin', 'chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', 'chromium', '/home/megan/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['darwin', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    ['win32', 'chromium', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['win32', 'chromium', 'C:\\Users\\megan\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', 'firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  ] as const)('finds on %s, as %s: %s', (platform, name, path) => {
    const env = {
      PATH: '/usr/bin',
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\megan\\AppData\\Local',
    };
    expect(findBrowser(name, fakeMachine({ platform, env, programs: { [path]: compiled } }))).toBe(path);
  });

  it('prefers Chromium to the browser of everyday use', () => {
    const programs = { '/usr/bin/google-chrome': compiled, '/usr/bin/chromium': compiled };
    expect(findBrowser('chromium', fakeMachine({ programs }))).toBe('/usr/bin/chromium');
  });

  it.each([
    ['a script that starts a snap', { programs: { '/usr/bin/firefox': 'exec /snap/bin/firefox "$@"' } }],
    ['a script that asks for a snap', { programs: { '/usr/bin/firefox': 'echo "snap install firefox"' } }],
    [
      'a link to the snap command',
      { programs: { '/usr/bin/snap': compiled }, links: { '/usr/bin/firefox': '/usr/bin/snap' } },
    ],
  ])('skips %s', (_case, machine) => {
    expect(findBrowser('firefox', fakeMachine(machine))).toBeNull();
  });

  it('returns null if there is no browser', () => {
    expect(findBrowser('chromium', fakeMachine())).toBeNull();
  });
});

describe('findOrInstallBrowser', () => {
  /** A Debian whose apt, when asked, adds the program. */
  function debian(program: string, release = 'ID=debian') {
    const programs: Record<string, string> = { '/usr/bin/apt-get': compiled };
    const commands: string[] = [];
    return {
      commands,
      log,
      machine: fakeMachine({ isRoot: true, programs, files: { '/etc/os-release': release } }),
      run: async (...command: string[]) => {
        commands.push(command.join(' '));
        if (command.includes('install')) programs[program] = compiled;
        return true;
      },
    };
  }

  it('installs with apt as root on Debian', async () => {
    const context = debian('/usr/bin/firefox-esr');
    expect(await findOrInstallBrowser('firefox', context, noDownloads)).toBe('/usr/bin/firefox-esr');
    expect(context.commands).toEqual([
      'apt-get update',
      'apt-get install --yes --no-install-recommends firefox-esr fonts-liberation',
    ]);
  });

  it('downloads on Ubuntu, whose packages only install snaps', async () => {
    const context = debian('/usr/bin/chromium', 'NAME="Ubuntu"\nID=ubuntu\n');
    const downloads = { ...noDownloads, fetch: async () => '/cache/chrome' };
    expect(await findOrInstallBrowser('chromium', context, downloads)).toBe('/cache/chrome');
    expect(context.commands).toEqual([]);
  });

  it('uses the browser from its last download', async () => {
    const downloads = { ...noDownloads, find: async () => '/cache/firefox' };
    const machine = fakeMachine();
    expect(await findOrInstallBrowser('firefox', { log, machine }, downloads)).toBe('/cache/firefox');
  });

  it.each([
    [
      'chromium',
      'No chromium was found and none could be installed: install Chromium, Chrome or Edge (not as a snap), ' +
        'or set LANYARD_CHROMIUM to the path of its executable.',
    ],
    [
      'firefox',
      'No firefox was found and none could be installed: install Firefox (not as a snap), ' +
        'or set LANYARD_FIREFOX to the path of its executable.',
    ],
  ] as const)('explains in one sentence what to do if no %s can be had', async (name, sentence) => {
    const attempt = findOrInstallBrowser(name, { log, machine: fakeMachine() }, noDownloads);
    await expect(attempt).rejects.toThrow(sentence);
  });
});

describe('browserCacheFolder', () => {
  it.each([
    ['linux', {}, '/home/megan/.cache/lanyard/browsers'],
    ['linux', { XDG_CACHE_HOME: '/var/cache' }, '/var/cache/lanyard/browsers'],
    ['darwin', {}, '/home/megan/Library/Caches/lanyard/browsers'],
    ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\lanyard\\browsers'],
  ] as const)('is in the cache folder of the person, on %s with %o', (platform, env, folder) => {
    expect(browserCacheFolder(fakeMachine({ platform, env }))).toBe(folder);
  });
});

describe('ensureDisplay', () => {
  it.each([
    ['the display there is', 'linux', { DISPLAY: ':7' }, ':7'],
    ['nothing, for Wayland finds its own way', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, undefined],
    ['nothing on macOS', 'darwin', {}, undefined],
    ['nothing on Windows', 'win32', {}, undefined],
  ] as const)('returns %s', async (_case, platform, env, display) => {
    const given = await ensureDisplay({ log, machine: fakeMachine({ platform, env }) });
    expect(given.display).toBe(display);
  });

  it('names the package to install if it cannot start a display', async () => {
    await expect(ensureDisplay({ log, machine: fakeMachine() })).rejects.toThrow(
      'There is no display for a browser window: install Xvfb (package xvfb), or set DISPLAY.',
    );
  });
});
