import { addOutcomes, type Outcome } from './outcome.ts';

/** One of the checks that a command runs. */
export interface Lane {
  /** Names the lane in its line. */
  name: string;
  /** Runs the lane. A rejection counts as a failure. */
  run(): Promise<Outcome>;
}

interface Row extends Outcome {
  name: string;
  seconds: number;
}

async function runLane({ name, run }: Lane): Promise<Row> {
  console.log(`\n— ${name}`);
  const start = performance.now();
  const outcome = await run().catch((error: unknown): Outcome => {
    const message = error instanceof Error ? error.message : String(error);
    return { passed: 0, failed: 1, failures: [`${name}: ${message}`] };
  });
  const row = { name, ...outcome, seconds: (performance.now() - start) / 1000 };
  console.log(describe(row));
  return row;
}

const describe = ({ name, passed, failed, seconds }: Row) =>
  `— ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`;

/**
 * Runs groups of lanes, one group after the other and the lanes of a group side by side. Prints a line for each lane with its
 * time, the titles of what failed, and at last the line `N passed, N failed`; sets the exit code.
 */
export async function runLanes(groups: readonly (readonly Lane[])[]): Promise<void> {
  const start = performance.now();
  const rows: Row[] = [];
  for (const group of groups) rows.push(...(await Promise.all(group.map(runLane))));

  console.log(`\nIt took ${((performance.now() - start) / 1000).toFixed(1)} s:`);
  for (const row of rows) console.log(describe(row));
  const { passed, failed, failures = [] } = addOutcomes(rows);
  if (failures.length > 0) console.log('\nFailed:');
  for (const failure of failures) console.log(`  ${failure}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
