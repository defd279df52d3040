// `npm run test:e2e [-- chromium|firefox [FILTER...]]`: all end-to-end tests but the longest, of one browser or both.
import { startVitest } from 'vitest/node';

const PROJECTS = {
  chromium: ['chromium', 'chromium-windows', 'chromium-alone', 'chromium-more', 'chromium-drivers'],
  firefox: ['firefox', 'firefox-more', 'firefox-drivers'],
};

const [first, ...rest] = process.argv.slice(2);
const isBrowser = first === 'chromium' || first === 'firefox';
const filters = isBrowser || first === undefined ? rest : [first, ...rest];
process.env.LANYARD_E2E_THOROUGH = '1';
const vitest = await startVitest('test', filters, {
  watch: false,
  project: isBrowser ? PROJECTS[first] : [...PROJECTS.chromium, ...PROJECTS.firefox],
});
await vitest.close();
