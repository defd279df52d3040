/** Stryker's own variable in the thread. */
declare global {
  var __stryker__: { activeMutant?: string | undefined } | undefined;
}

// The thread stays from one mutant to the next, and a test file that is loaded must not meet the last one's.
if (globalThis.__stryker__) globalThis.__stryker__.activeMutant = undefined;

export {};
