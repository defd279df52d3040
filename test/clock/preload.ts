import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installWithApt } from '../../demo/browser/apt.ts';

const source = fileURLToPath(new URL('shift-clock.c', import.meta.url));
const run = promisify(execFile);

/**
 * Compiles the library that shifts the clock into a folder, and returns its path.
 * @throws {Error} if this is not Linux, or there is no C compiler (`cc`) and none can be installed
 */
export async function compilePreload(folder: string): Promise<string> {
  if (process.platform !== 'linux') {
    throw new Error('npm run test:clock shifts the clock through LD_PRELOAD, which takes Linux.');
  }
  const library = join(folder, 'shift-clock.so');
  const compile = () => run('cc', ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', library, source]);
  await compile().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await installWithApt(['gcc', 'libc6-dev'], { log: console.log });
    await compile();
  });
  return library;
}

/** The environment in which a process and all that it starts believe that it is `instant` now. */
export function environmentAt(library: string, instant: number): Record<string, string> {
  return {
    LD_PRELOAD: library,
    LANYARD_CLOCK_SHIFT: String(Math.round((instant - Date.now()) / 1000)),
  };
}
