import { defineConfig } from 'vitest/config';

const root = new URL('../../', import.meta.url).pathname;

/**
 * The tests of one area, as the project `unit` runs them: Stryker starts them again for each mutant, in a copy of the
 * repository. The tests of the tenant are left out, for they say nothing about the product.
 */
// biome-ignore lint/style/noDefaultExport: Vitest takes its configuration from there.
export default defineConfig({
  root,
  resolve: {
    alias: { 'webextension-polyfill': `${root}test/fakes/fake-browser.ts` },
  },
  define: { LANYARD_CLIENT_ID: JSON.stringify('00000000-0000-4000-8000-000000000001') },
  test: {
    include: (process.env.LANYARD_MUTATION_TESTS ?? 'test/background/auth/**/*.test.ts').split(' '),
    // One thread for all files: to start one, and to make the tenant's keys, takes longer than most tests do.
    isolate: false,
    // Microsoft's endpoints stand still for a mutant that never answers; the limit is Stryker's.
    testTimeout: 10_000,
  },
});
