import { ensureDisplay, findOrInstallBrowser } from '../../demo/browsers.ts';
import { bin, runNode } from './command.ts';
import { addOutcomes, asOutcome, type Outcome } from './outcome.ts';
import type { Lane } from './run-lanes.ts';
import { runVitest } from './run-vitest.ts';

const tsx = bin('tsx/dist/cli.mjs');

/** A lane of one command, which passes or fails as a whole. */
const command = (name: string, args: readonly string[]): Lane => ({
  name,
  run: async () => asOutcome(await runNode(args)),
});

/** A lane of vitest projects, one after the other. */
const tests = (name: string, projects: readonly string[], prefix = '', env = {}): Lane => ({
  name,
  run: () => runVitest(projects, { prefix, env }),
});

/** Finds or installs the browsers before tests that run side by side would each install them. */
async function prepareBrowsers(): Promise<Outcome> {
  const log = (line: string) => console.log(line);
  await findOrInstallBrowser('chromium', { log });
  await findOrInstallBrowser('firefox', { log });
  await (await ensureDisplay({ log })).stop();
  return asOutcome(true);
}

/** What the tests of the real browsers leave to `npm run test:e2e` unless they are told so. */
const THOROUGH = { LANYARD_E2E_THOROUGH: '1' };

/** Every lane there is, by its name in the code. A command is a choice of them. */
export const LANES = {
  types: command('types', [bin('typescript/bin/tsc'), '--noEmit']),
  style: command('style', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
  lint: command('build and lint', [tsx, 'test/lint-extension.ts']),
  unit: tests('unit tests', ['unit']),
  components: tests('components', ['components']),
  browsers: { name: 'browsers', run: prepareBrowsers },
  endToEnd: {
    name: 'end to end, Chromium and Firefox',
    run: async () =>
      addOutcomes(
        await Promise.all([
          runVitest(['chromium'], { prefix: 'chromium │ ' }),
          // The windows wait most of their time. What only Chromium has comes after them.
          runVitest(['chromium-windows', 'chromium-alone'], { prefix: 'alone    │ ' }),
          runVitest(['firefox'], { prefix: 'firefox  │ ' }),
        ]),
      ),
  },
  wholeChromium: tests(
    'end to end, all of Chromium',
    ['chromium', 'chromium-windows', 'chromium-alone', 'chromium-more', 'chromium-drivers'],
    'chromium │ ',
    THOROUGH,
  ),
  wholeFirefox: tests(
    'end to end, all of Firefox',
    ['firefox', 'firefox-more', 'firefox-drivers'],
    'firefox  │ ',
    THOROUGH,
  ),
  sweep: tests('axe in every state', ['sweep-chromium', 'sweep-firefox'], 'sweep    │ '),
  long: tests('minutes of waiting', ['long'], 'long     │ '),
  clock: command('every hour, date and zone', [tsx, 'test/clock/run.ts']),
  tour: command('npm start, the tour', [tsx, 'demo/start.ts', '--tour']),
} satisfies Record<string, Lane>;
