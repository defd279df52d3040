import { defineConfig } from 'vitest/config';
import { testZone } from './test/clock/test-zone.ts';

/** The tests of what is drawn. */
const COMPONENTS = 'test/**/*.dom.test.{ts,tsx}';

let endToEndProjects = 0;

// Limits are there for what hangs. A machine that is busy with other things must not reach one: a call that takes a
// second on an idle machine has taken ten beside others. A poll ends well before its test, which then says what it saw.
const MINUTE = 60_000;
const limits = {
  testTimeout: 2 * MINUTE,
  hookTimeout: 2 * MINUTE,
  expect: { poll: { timeout: MINUTE / 2 } },
};
const browserLimits = {
  testTimeout: 5 * MINUTE,
  hookTimeout: 5 * MINUTE,
  expect: { poll: { timeout: MINUTE } },
};

/**
 * Real browsers on the built folder, one file at a time, all in one process (`isolate: false`): the files share one
 * tenant and one browser, which take longer to start than most tests to run.
 */
function endToEnd(browser: 'chromium' | 'firefox', folders: readonly string[], name: string = browser) {
  endToEndProjects += 1;
  return {
    extends: true as const,
    test: {
      name,
      include: folders.map((folder) => `test/e2e/${folder}/**/*.test.ts`),
      env: { LANYARD_E2E_BROWSER: browser, ...testZone('browsers') },
      globalSetup: 'test/e2e/build-once.ts',
      fileParallelism: false,
      isolate: false,
      // One project after the other, also where several are run at once: only then do a project's files share a process.
      sequence: { groupOrder: endToEndProjects },
      ...browserLimits,
    },
  };
}

/** In Node: the polyfill refuses to load outside an extension, so the edge is faked; our own modules never are. */
function atFakedEdge(test: { name: string } & Record<string, unknown>, edge = 'test/fakes/fake-browser.ts') {
  return {
    extends: true as const,
    resolve: { alias: { 'webextension-polyfill': new URL(edge, import.meta.url).pathname } },
    define: { LANYARD_CLIENT_ID: JSON.stringify('00000000-0000-4000-8000-000000000001') },
    test: { env: testZone('unit'), ...test },
  };
}

export default defineConfig({
  test: {
    ...limits,
    projects: [
      atFakedEdge({
        name: 'unit',
        include: ['test/**/*.test.{ts,tsx}'],
        exclude: ['test/e2e/**', COMPONENTS],
        // Vitest would leave one core to itself, which is half of a machine that has two.
        maxWorkers: '100%',
        // One process for many files, each of which leaves what it has replaced as it was: half the time.
        isolate: false,
      }),
      // Components and hooks, in a DOM in Node and at the edge that a page has.
      atFakedEdge(
        {
          name: 'components',
          include: [COMPONENTS],
          environment: 'happy-dom',
          setupFiles: ['test/fakes/page/set-up.ts'],
          maxWorkers: '100%',
          // One page for the files of a process, each of which leaves it as it was: a quarter of the time.
          isolate: false,
          clearMocks: true,
          expect: { poll: { ...limits.expect.poll, interval: 5 } },
        },
        'test/fakes/page/fake-page.ts',
      ),
      // `npm run bench -- cost`: a working day of the background.
      atFakedEdge({ name: 'cost', include: ['test/bench/cost/*.day.ts'] }),
      // `npm test`, side by side.
      endToEnd('chromium', ['both']),
      endToEnd('chromium', ['windows'], 'chromium-windows'),
      endToEnd('chromium', ['chromium'], 'chromium-alone'),
      endToEnd('firefox', ['both', 'firefox']),
      // What takes longer than that may: what the unit tests show as well, the drivers themselves, waits of minutes.
      endToEnd('chromium', ['more'], 'chromium-more'),
      endToEnd('firefox', ['more'], 'firefox-more'),
      endToEnd('chromium', ['drivers'], 'chromium-drivers'),
      endToEnd('firefox', ['drivers'], 'firefox-drivers'),
      endToEnd('chromium', ['long'], 'long'),
      // axe in every state that there is.
      endToEnd('chromium', ['sweep'], 'sweep-chromium'),
      endToEnd('firefox', ['sweep'], 'sweep-firefox'),
      // `npm run test:clock`, once for each moment.
      endToEnd('chromium', ['clock'], 'clock-chromium'),
      endToEnd('firefox', ['clock'], 'clock-firefox'),
    ],
  },
});
