import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Costs } from './costs.ts';

const VITEST = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));

/** Has a working day gone through, in a vitest of its own: see measure-cost.day.ts. */
export async function measureCosts(): Promise<Costs> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-cost-'));
  const file = join(folder, 'cost.json');
  try {
    await run([VITEST, 'run', '--project=cost'], { ...process.env, LANYARD_COST_FILE: file });
    // Written a moment ago by the code beside this.
    return JSON.parse(await readFile(file, 'utf8')) as Costs;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The working day ended with ${code}.`)),
    );
  });
}
