import { spawn } from 'node:child_process';

/** Runs one command to its end; false when it is missing or fails. Its output is thrown away. */
export type Run = (command: string, ...args: string[]) => Promise<boolean>;

/** Runs a command of this machine, asking nobody anything. */
export const run: Run = (command, ...args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
