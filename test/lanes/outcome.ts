/** How many checks of a lane passed and failed. */
export interface Outcome {
  passed: number;
  failed: number;
  /** The full titles of the tests that failed, as far as they are known. */
  failures?: readonly string[];
}

/** The outcome of a check that passes or fails as a whole. */
export const asOutcome = (isGood: boolean): Outcome => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 });

/** Adds the outcomes of lanes that ran side by side. */
export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce<Outcome>(
    (sum, { passed, failed, failures = [] }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      failures: [...(sum.failures ?? []), ...failures],
    }),
    { passed: 0, failed: 0 },
  );
}
