import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { bin, type CommandOptions, runNode } from './command.ts';
import type { Outcome } from './outcome.ts';

/** The parts that are read of vitest's JSON report. */
const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({ assertionResults: v.array(v.object({ fullName: v.string(), status: v.string() })) }),
  ),
});

/**
 * Runs vitest projects and counts their tests. A run that breaks down without a failed test, or that ran no test, counts as
 * one failure.
 * @param more further arguments of vitest, such as parts of file names
 */
export async function runVitest(
  projects: readonly string[],
  options: CommandOptions = {},
  more: readonly string[] = [],
): Promise<Outcome> {
  const scratch = await mkdtemp(join(tmpdir(), 'lanyard-test-'));
  try {
    const outputFile = join(scratch, 'report.json');
    const isGood = await runNode(
      [
        bin('vitest/vitest.mjs'),
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${outputFile}`,
        ...more,
      ],
      options,
    );
    const text = await readFile(outputFile, 'utf8').catch(() => '{}');
    const report = v.safeParse(Report, JSON.parse(text));
    if (!report.success) return brokenDown(projects);
    const { numPassedTests: passed, numFailedTests: failed, testResults } = report.output;
    if (failed === 0 && (!isGood || passed === 0)) return { ...brokenDown(projects), passed };
    const failures = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName);
    return { passed, failed, failures };
  } finally {
    await rm(scratch, { recursive: true });
  }
}

const brokenDown = (projects: readonly string[]): Outcome => ({
  passed: 0,
  failed: 1,
  failures: [`${projects.join(', ')}: the run broke down, see above`],
});
