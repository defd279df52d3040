import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/** What must not outlive this process. */
export interface Charge {
  /** A process that leads its own group; the whole group is killed. */
  pid: number;
  /** A folder that is ours to remove. */
  folder?: string;
}

/**
 * Promises that a process group is killed, and a folder removed, however this process ends; gives the function
 * that calls it off. A listener for signals cannot promise that (SIGKILL has none, and a test runner uses it),
 * so a small shell waits on a pipe which only our death closes. It runs in a session of its own: a Ctrl-C in
 * the terminal must not end the reaper before its work.
 */
export function reapWithUs({ pid, folder }: Charge): () => void {
  if (process.platform === 'win32') return reapAtExit(folder);
  const script = 'read -r _; kill -s KILL -- "-$1"; [ -z "$2" ] || rm -rf -- "$2"';
  const reaper = spawn('/bin/sh', ['-c', script, 'lanyard-reaper', String(pid), folder ?? ''], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  reaper.unref();
  return () => reaper.kill('SIGKILL');
}

/** Windows has no such shell; puppeteer kills the browser at exit there, and we remove the folder. */
function reapAtExit(folder: string | undefined): () => void {
  const removeFolder = () => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', removeFolder);
  return () => process.off('exit', removeFolder);
}

/** Kills what is left of a process group; nothing left is the usual case. */
export function killGroup(pid: number): void {
  if (process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}
