import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The path of a tool in the project's own packages; this Node runs it. */
export const bin = (path: string): string => join(ROOT, 'node_modules', path);

export interface CommandOptions {
  /** Stands before each line of the output. */
  prefix?: string;
  /** Environment variables beside those of this process. */
  env?: Record<string, string>;
  /** Takes each line of the output; without it they are printed. */
  log?: (line: string) => void;
}

/** Runs a script in Node. Returns true if it ended with exit code 0. */
export function runNode(args: readonly string[], options: CommandOptions = {}): Promise<boolean> {
  const { prefix = '', env, log = console.log } = options;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) log(prefix + line);
      });
      stream.on('end', () => rest && log(prefix + rest));
    }
    child.on('close', (code) => resolve(code === 0));
  });
}
