// `npm run test:e2e [-- chromium|firefox [FILTER...]]`: the end-to-end tests of one browser, or of both in turn.
import { startVitest } from 'vitest/node';

const [first, ...rest] = process.argv.slice(2);
const isBrowser = first === 'chromium' || first === 'firefox';
const vitest = await startVitest('test', isBrowser || first === undefined ? rest : [first, ...rest], {
  watch: false,
  project: isBrowser ? [first] : ['chromium', 'firefox'],
});
await vitest.close();
