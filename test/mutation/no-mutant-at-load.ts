import { inject, vi } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Stryker's runner: whether the tests run on the product as it is, or on a mutant of it. */
    mode: 'dry-run' | 'mutant';
  }
}

declare global {
  /** Stryker's own variable in the thread. */
  var __stryker__: { activeMutant?: string | undefined } | undefined;
}

// The thread stays from one mutant to the next, and a test file that is loaded must not meet the last one's.
if (globalThis.__stryker__) globalThis.__stryker__.activeMutant = undefined;

// On the product as it is no load of the machine may fail a test; a mutant that never answers has to end some time.
vi.setConfig({ testTimeout: inject('mode') === 'mutant' ? 15_000 : 120_000 });
