// `npm run test:clock [-- chromium|firefox|unit] [-- DATE, TIME or part of a zone]`: everything that shows a time, at each
// moment of moments.ts, in both browsers and in Node. The wall clock of each process is shifted (shift-clock.c).
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDisplay, findOrInstallBrowser } from '../../demo/browsers.ts';
import { addOutcomes, type Outcome } from '../lanes/outcome.ts';
import { type Lane, runLanes } from '../lanes/run-lanes.ts';
import { runVitest } from '../lanes/run-vitest.ts';
import { type Moment, momentsAfter } from './moments.ts';
import { compilePreload, environmentAt } from './preload.ts';
import { keepZone } from './test-zone.ts';

/** The unit tests whose subject has to do with times: the pages' logic, readings, checks, and the tenant's own data. */
const UNIT_TESTS = [
  'test/popup',
  'test/options',
  'test/src',
  'test/background/graph',
  'test/background/watch',
  'test/demo/tenant/graph-',
];

/** Each moment has one language, so that each time of day is seen in each of them. */
const LANGUAGES = ['en', 'de', 'pseudo'];

const KINDS = ['unit', 'chromium', 'firefox'] as const;
type Kind = (typeof KINDS)[number];

const words = process.argv.slice(2).filter((word) => word !== '--');
const kinds = KINDS.filter((kind) => words.includes(kind));
const filters = words.filter((word) => !KINDS.some((kind) => kind === word));
const moments = momentsAfter(Date.now());
const nameOf = ({ zone, date, time, day }: Moment) => `${date} ${time} in ${zone} (${day})`;
const chosen = moments.filter((moment) => filters.every((filter) => nameOf(moment).includes(filter)));
if (chosen.length === 0) throw new Error(`No moment has ${filters.join(' and ')} in its name.`);

const folder = await mkdtemp(join(tmpdir(), 'lanyard-clock-'));
const library = await compilePreload(folder);
const log = (line: string) => console.log(line);
await findOrInstallBrowser('chromium', { log });
await findOrInstallBrowser('firefox', { log });
await (await ensureDisplay({ log })).stop();

function run(kind: Kind, moment: Moment, log: (line: string) => void): Promise<Outcome> {
  const env = {
    ...keepZone(moment.zone),
    ...environmentAt(library, moment.instant),
    LANYARD_CLOCK_LANGUAGE: LANGUAGES[moments.indexOf(moment) % LANGUAGES.length] ?? 'en',
  };
  const project = kind === 'unit' ? 'unit' : `clock-${kind}`;
  return runVitest([project], { env, log }, kind === 'unit' ? UNIT_TESTS : []);
}

/** All moments of a kind, one after the other. */
const lane = (kind: Kind): Lane => ({
  name: kind,
  async run() {
    const sum: Outcome & { failures: string[] } = { passed: 0, failed: 0, failures: [] };
    for (const moment of chosen) {
      const output: string[] = [];
      const outcome = await run(kind, moment, (line) => output.push(line));
      const { passed, failed, failures = [] } = outcome;
      console.log(`${kind.padEnd(8)} ${nameOf(moment)}: ${passed} passed, ${failed} failed`);
      if (failed > 0) console.log(output.join('\n'));
      sum.passed += passed;
      sum.failed += failed;
      sum.failures.push(...failures.map((failure) => `${nameOf(moment)}: ${failure}`));
    }
    return sum;
  },
});

try {
  // Two cores: the slower browser beside the other two.
  const all = kinds.length === 0 ? KINDS : kinds;
  const besides = all.filter((kind) => kind !== 'firefox');
  const inTurn = async () => {
    const outcomes: Outcome[] = [];
    for (const kind of besides) outcomes.push(await lane(kind).run());
    return addOutcomes(outcomes);
  };
  await runLanes([
    [
      ...(besides.length > 0 ? [{ name: besides.join(' and '), run: inTurn }] : []),
      ...(all.includes('firefox') ? [lane('firefox')] : []),
    ],
  ]);
} finally {
  await rm(folder, { recursive: true });
}
