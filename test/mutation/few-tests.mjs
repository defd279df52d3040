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
 * A mutant that these do not kill has survived. A line that every request passes is covered by five hundred tests, most
 * of which are about something else and would take a minute to say nothing.
 */
const MOST_TESTS = 40;

/** Mutants are numbered in the order of the text: those that are no further away stand in the same or the next function. */
const NEARBY = 60;

/** Which tests reach which mutant; in the folder of the copy, for a runner that Stryker starts in between. */
const REACHES_FILE = 'reaches.json';

/** @typedef {ReadonlyMap<number, readonly string[]>} Reaches By the number of a mutant, the tests that reach it. */

/**
 * Vitest's runner, which runs no more than a few tests on each mutant: those named after the mutated file, then those
 * that go different ways around the mutant.
 * @param {Injector<PluginContext>} injector
 * @returns {TestRunner}
 */
function createFewTestsRunner(injector) {
  const [vitest] = vitestPlugins;
  if (!vitest) throw new Error('The runner for Vitest is missing.');
  const runner = /** @type {TestRunner} */ (injector.injectFunction(vitest.factory));
  /** @type {Reaches | null} */
  let reaches = null;
  return {
    capabilities: () => runner.capabilities(),
    init: async () => runner.init?.(),
    async dryRun(options) {
      const result = await runner.dryRun(options);
      const perTest = 'mutantCoverage' in result ? (result.mutantCoverage?.perTest ?? {}) : {};
      /** @type {Map<number, string[]>} */
      const found = new Map();
      for (const [test, covered] of Object.entries(perTest)) {
        for (const id of Object.keys(covered))
          found.set(Number(id), [...(found.get(Number(id)) ?? []), test]);
      }
      writeFileSync(REACHES_FILE, JSON.stringify([...found]));
      return result;
    },
    mutantRun(options) {
      reaches ??= new Map(JSON.parse(readFileSync(REACHES_FILE, 'utf8')));
      const { testFilter, sandboxFileName, activeMutant } = options;
      if (!testFilter) return runner.mutantRun(options);
      const tests = fewOf(testFilter, sandboxFileName, Number(activeMutant.id), reaches);
      runFirst(tests.map((test) => test.split('#')[0] ?? ''));
      return runner.mutantRun({ ...options, testFilter: tests });
    },
    dispose: async () => runner.dispose?.(),
  };
}
createFewTestsRunner.inject = tokens(commonTokens.injector);

/**
 * Those named after the file first; then one test in turn for each mutant nearby, beginning with the one that the
 * fewest tests reach, which is where an unusual way leads along.
 * @param {readonly string[]} tests
 * @param {string} file
 * @param {number} mutant
 * @param {Reaches} reaches
 */
function fewOf(tests, file, mutant, reaches) {
  const subject = basename(file).replace(/\.tsx?$/, '');
  const picked = new Set(tests.filter((test) => basename(test.split('#')[0] ?? '').startsWith(subject)));
  const others = new Set(tests.filter((test) => !picked.has(test)));
  const nearby = [...reaches]
    .filter(([id]) => Math.abs(id - mutant) <= NEARBY)
    .sort(([, some], [, more]) => some.length - more.length)
    .map(([, reaching]) => reaching.filter((test) => others.has(test)));
  for (let turn = 0; turn < MOST_TESTS; turn += 1) {
    for (const reaching of nearby) {
      const next = reaching.find((test) => !picked.has(test));
      if (next && picked.size < MOST_TESTS) picked.add(next);
    }
  }
  return [...picked];
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'vitest-few-tests', createFewTestsRunner),
];
