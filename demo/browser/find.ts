import type { BrowserName } from './launched-browser.ts';
import { type Machine, thisMachine } from './machine.ts';
import { usualPlaces } from './places.ts';

/** The environment variable that names a browser's executable; it goes before every other place. */
export const browserVariables: Record<BrowserName, string> = {
  chromium: 'LANYARD_CHROMIUM',
  firefox: 'LANYARD_FIREFOX',
};

/**
 * The path of an installed browser, or null. Throws when the environment names one that cannot be started:
 * testing in some other browser than the one asked for would be worse than stopping.
 */
export function findBrowser(name: BrowserName, machine: Machine = thisMachine): string | null {
  const variable = browserVariables[name];
  const wanted = machine.env[variable];
  if (wanted) {
    if (machine.isExecutable(wanted)) return wanted;
    throw new Error(`${variable} is set to "${wanted}", but there is no program at that path.`);
  }
  return (
    usualPlaces(name, machine).find((path) => machine.isExecutable(path) && !isSnap(path, machine)) ?? null
  );
}

/**
 * A snap is of no use here: it has a /tmp of its own, so it sees neither our profile nor an extension built
 * outside the home folder. On Ubuntu `/usr/bin/chromium-browser` and `/usr/bin/firefox` are scripts that start
 * the snap, or only say that it should be installed.
 */
function isSnap(path: string, machine: Machine): boolean {
  const real = machine.realPath(path);
  return /^\/snap\/|\/bin\/snap$/.test(real) || /\/snap\/bin\/|snap install/.test(machine.readStart(real));
}
