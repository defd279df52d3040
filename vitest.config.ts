import { defineConfig } from 'vitest/config';

/**
 * Real browsers on the built folder, one file at a time, all in one process (`isolate: false`): the files share one
 * tenant and one browser, which take longer to start than most tests to run.
 */
function endToEnd(browser: 'chromium' | 'firefox', folders: readonly string[], name: string = browser) {
  return {
    extends: true as const,
    test: {
      name,
      include: folders.map((folder) => `test/e2e/${folder}/**/*.test.ts`),
      env: { LANYARD_E2E_BROWSER: browser },
      globalSetup: 'test/e2e/build-once.ts',
      fileParallelism: false,
      isolate: false,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        // The polyfill refuses to load outside an extension: the edge is faked, our own modules never are.
        resolve: {
          alias: { 'webextension-polyfill': new URL('test/fakes/fake-browser.ts', import.meta.url).pathname },
        },
        define: { LANYARD_CLIENT_ID: JSON.stringify('00000000-0000-4000-8000-000000000001') },
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**'] },
      },
      // `npm test`, side by side.
      endToEnd('chromium', ['both', 'more', 'chromium']),
      endToEnd('chromium', ['windows'], 'chromium-windows'),
      endToEnd('firefox', ['both', 'firefox']),
      // What takes longer than that may: Firefox through everything, the drivers themselves, waits of minutes.
      endToEnd('firefox', ['more'], 'firefox-more'),
      endToEnd('chromium', ['drivers'], 'chromium-drivers'),
      endToEnd('firefox', ['drivers'], 'firefox-drivers'),
      endToEnd('chromium', ['long'], 'long'),
    ],
  },
});
