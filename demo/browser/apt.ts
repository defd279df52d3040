import { type Machine, thisMachine } from './machine.ts';
import { type Run, run } from './run.ts';

/** Takes one line of progress. */
export type Log = (line: string) => void;

/** Where installing happens, and how; the tests bring their own. */
export interface AptContext {
  log: Log;
  machine?: Machine;
  run?: Run;
}

/**
 * Installs Debian packages; true when that worked. Does nothing unless apt is there and we are root: asking for
 * a password in the middle of `npm start` would only confuse.
 */
export async function installWithApt(
  packages: readonly string[],
  { log, machine = thisMachine, run: runCommand = run }: AptContext,
): Promise<boolean> {
  if (machine.platform !== 'linux' || !machine.isRoot) return false;
  if (!machine.isExecutable('/usr/bin/apt-get')) return false;
  log(`Installing ${packages.join(', ')} with apt; this takes a minute the first time.`);
  // The lists of a fresh container are empty; when the update fails, older lists may still do.
  await runCommand('apt-get', 'update');
  return runCommand('apt-get', 'install', '--yes', '--no-install-recommends', ...packages);
}

/** Ubuntu's packages of this name install a snap, which cannot be used here. */
export function aptHasRealBrowsers(machine: Machine = thisMachine): boolean {
  return !/^ID="?ubuntu"?$/m.test(machine.readStart('/etc/os-release'));
}
