import { defineConfig } from 'vitest/config';

/** Real browsers on the built folder, one file at a time: the files share the machine's two cores. */
function endToEnd(browser: 'chromium' | 'firefox') {
  return {
    extends: true as const,
    test: {
      name: browser,
      include: ['test/e2e/both/**/*.test.ts', `test/e2e/${browser}/**/*.test.ts`],
      env: { LANYARD_E2E_BROWSER: browser },
      globalSetup: 'test/e2e/build-once.ts',
      fileParallelism: false,
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
      endToEnd('chromium'),
      endToEnd('firefox'),
      // Waits of minutes, in Chromium: not part of `npm test`.
      {
        ...endToEnd('chromium'),
        test: { ...endToEnd('chromium').test, name: 'long', include: ['test/e2e/long/**/*.test.ts'] },
      },
    ],
  },
});
