import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';

/** What finding and installing ask of the machine they run on, so that tests can describe another one. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  isRoot: boolean;
  /** True for a file that may be started. */
  isExecutable(path: string): boolean;
  /** Where the path leads once links are followed; the path itself when there is nothing there. */
  realPath(path: string): string;
  /** The first few kilobytes, as text; empty when it cannot be read. */
  readStart(path: string): string;
}

/** The machine this process runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  realPath(path) {
    try {
      return realpathSync(path);
    } catch {
      return path;
    }
  },
  readStart(path) {
    try {
      return statSync(path).size > 64_000 ? '' : readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  },
};
