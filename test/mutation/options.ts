import type { PartialStrykerOptions } from '@stryker-mutator/api/core';
import type { Area } from './areas.ts';

const FOLDER = 'artifacts/mutation';

/** Stryker's options for an area. Reports, the record of earlier runs and the copies all lie in `artifacts`. */
export function optionsFor({ name, mutate }: Area): PartialStrykerOptions {
  const report = `${FOLDER}/${name.replaceAll(/[^\w.-]+/g, '-')}`;
  return {
    mutate: [...mutate],
    testRunner: 'vitest-few-tests',
    plugins: ['@stryker-mutator/vitest-runner', './test/mutation/few-tests.mjs'],
    // Which test files are related is said by the area: to follow the imports for each mutant takes seconds.
    vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // A mutant of a table that is made while a module loads needs every test on a fresh thread: hours in all.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `${report}.incremental.json`,
    concurrency: 1,
    timeoutMS: 30_000,
    timeoutFactor: 2,
    // Vite strips the types and checks none.
    disableTypeChecks: false,
    // Stryker would rewrite a tsconfig.json with functions that TypeScript 7 has no more: it is not to find ours.
    tsconfigFile: 'no-tsconfig.json',
    tempDirName: 'artifacts/stryker',
    ignorePatterns: ['/artifacts', '/dist', '/docs', '/test/e2e', '/test/bench'],
    reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
    // The exit code says that it ran; what the score has to be is said in the issue.
    thresholds: { high: 90, low: 80, break: null },
    allowEmpty: true,
  };
}
