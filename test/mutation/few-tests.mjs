import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { strykerPlugins as vitestPlugins } from '@stryker-mutator/vitest-runner';
import { runFirst } from './nearest-first.mjs';

/** @import { TestRunner } from '@stryker-mutator/api/test-runner' */
/** @import { Injector } from '@stryker-mutator/api/plugin' */
/** @import { PluginContext } from '@stryker-mutator/api/plugin' */

// JavaScript, because Stryker loads it into a process that takes no TypeScript.

/**
 * A mutant that these do not kill has survived. A line that every request passes is covered by five hundred tests, of
 * which those that are about something else would take a minute to say nothing.
 */
const MOST_TESTS = 25;

/** How many mutants each test covers; in the folder of the copy, for a runner that Stryker starts in between. */
const WIDTHS_FILE = 'test-widths.json';

/**
 * Vitest's runner, which runs no more than a few tests on each mutant: those named after the mutated file, then those
 * that cover the least besides it.
 * @param {Injector<PluginContext>} injector
 * @returns {TestRunner}
 */
function createFewTestsRunner(injector) {
  const [vitest] = vitestPlugins;
  if (!vitest) throw new Error('The runner for Vitest is missing.');
  const runner = /** @type {TestRunner} */ (injector.injectFunction(vitest.factory));
  /** @type {Map<string, number> | null} */
  let widths = null;
  return {
    capabilities: () => runner.capabilities(),
    init: async () => runner.init?.(),
    async dryRun(options) {
      const result = await runner.dryRun(options);
      const perTest = 'mutantCoverage' in result ? (result.mutantCoverage?.perTest ?? {}) : {};
      const counted = Object.entries(perTest).map(([test, covered]) => [test, Object.keys(covered).length]);
      writeFileSync(WIDTHS_FILE, JSON.stringify(counted));
      return result;
    },
    mutantRun(options) {
      widths ??= new Map(JSON.parse(readFileSync(WIDTHS_FILE, 'utf8')));
      const { testFilter, sandboxFileName } = options;
      if (!testFilter) return runner.mutantRun(options);
      const tests = nearest(testFilter, sandboxFileName, widths);
      runFirst(tests.map((test) => test.split('#')[0] ?? ''));
      return runner.mutantRun({ ...options, testFilter: tests });
    },
    dispose: async () => runner.dispose?.(),
  };
}
createFewTestsRunner.inject = tokens(commonTokens.injector);

/**
 * @param {readonly string[]} tests
 * @param {string} mutated
 * @param {ReadonlyMap<string, number>} widths
 */
function nearest(tests, mutated, widths) {
  const subject = basename(mutated).replace(/\.tsx?$/, '');
  /** @param {string} test */
  const rank = (test) => {
    const isAboutIt = basename(test.split('#')[0] ?? '').startsWith(subject);
    return (isAboutIt ? 0 : 1_000_000) + (widths.get(test) ?? 0);
  };
  return [...tests]
    .sort((one, other) => rank(one) - rank(other) || one.localeCompare(other))
    .slice(0, MOST_TESTS);
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'vitest-few-tests', createFewTestsRunner),
];
