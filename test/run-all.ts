// `npm test`: every check, in order, with a line for each and the count at the end.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ensureDisplay, findOrInstallBrowser } from '../demo/browsers.ts';

interface Count {
  passed: number;
  failed: number;
}

const scratch = await mkdtemp(join(tmpdir(), 'lanyard-test-'));
const total: Count = { passed: 0, failed: 0 };

/** A tool of ours, run by this Node from the project's own packages. */
const bin = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const tsx = bin('tsx/dist/cli.mjs');

/** Runs a command with its output shown, and gives whether it ended well. */
function run(args: readonly string[], prefix = ''): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) console.log(prefix + line);
      });
      stream.on('end', () => rest && console.log(prefix + rest));
    }
    child.on('close', (code) => resolve(code === 0));
  });
}

async function step(name: string, work: () => Promise<Count>): Promise<void> {
  const start = performance.now();
  console.log(`\n— ${name}`);
  const { passed, failed } = await work();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`— ${name}: ${passed} passed, ${failed} failed, ${seconds} s`);
}

/** A check that passes or fails as a whole. */
const check = (args: readonly string[]) => async () => asCount(await run(args));
const asCount = (isGood: boolean): Count => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 });

const Report = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });

/** A vitest project, test by test. A run that breaks down counts as one failure more. */
async function vitest(project: string, prefix = ''): Promise<Count> {
  const outputFile = join(scratch, `${project}.json`);
  const isGood = await run(
    [
      bin('vitest/vitest.mjs'),
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
    ],
    prefix,
  );
  const text = await readFile(outputFile, 'utf8').catch(() => '{}');
  const report = v.safeParse(Report, JSON.parse(text));
  if (!report.success) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = report.output;
  return { passed, failed: isGood || failed > 0 ? failed : 1 };
}

/** Both before the tests, which then run side by side and must not install side by side. */
async function prepareBrowsers(): Promise<Count> {
  const log = (line: string) => console.log(line);
  await findOrInstallBrowser('chromium', { log });
  await findOrInstallBrowser('firefox', { log });
  await (await ensureDisplay({ log })).stop();
  return { passed: 1, failed: 0 };
}

async function bothBrowsers(): Promise<Count> {
  const counts = await Promise.all([
    vitest('chromium', 'chromium │ '),
    vitest('chromium-windows', 'windows  │ '),
    vitest('firefox', 'firefox  │ '),
  ]);
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
}

try {
  await Promise.all([
    step('types', check([bin('typescript/bin/tsc'), '--noEmit'])),
    step('style', check([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])),
    step('build and lint', check([tsx, 'test/lint-extension.ts'])),
  ]);
  await step('unit tests', () => vitest('unit'));
  await step('browsers', prepareBrowsers);
  await step('end to end, Chromium and Firefox', bothBrowsers);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
} finally {
  await rm(scratch, { recursive: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
