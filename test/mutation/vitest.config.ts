import { defineConfig } from 'vitest/config';
import { NearestFirst } from './nearest-first.mjs';
import { createWarmThreads } from './warm-threads.ts';

const root = new URL('../../', import.meta.url).pathname;
const warmThreads = createWarmThreads();
const isInDom = process.env.LANYARD_MUTATION_IN_DOM === 'yes';

/**
 * The tests of one area, as the project `unit` or `components` runs them: Stryker starts them again for each mutant, in a copy of the
 * repository. The tests of the tenant are left out, for they say nothing about the product.
 */
// biome-ignore lint/style/noDefaultExport: Vitest takes its configuration from there.
export default defineConfig({
  root,
  resolve: {
    alias: { 'webextension-polyfill': `${root}test/fakes/${isInDom ? 'page/fake-page' : 'fake-browser'}.ts` },
  },
  define: { LANYARD_CLIENT_ID: JSON.stringify('00000000-0000-4000-8000-000000000001') },
  plugins: [
    {
      name: 'warm-threads',
      // Stryker's runner asks for Vitest's own threads, and is overruled here.
      configureVitest({ project }) {
        Object.assign(project.config, { pool: warmThreads.name, poolRunner: warmThreads });
      },
    },
  ],
  test: {
    include: (process.env.LANYARD_MUTATION_TESTS ?? 'test/background/auth/**/*.test.ts').split(' '),
    setupFiles: ['test/mutation/no-mutant-at-load.ts', ...(isInDom ? ['test/fakes/page/set-up.ts'] : [])],
    environment: isInDom ? 'happy-dom' : 'node',
    isolate: false,
    sequence: { sequencer: NearestFirst },
  },
});
