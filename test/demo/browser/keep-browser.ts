// Run as a program of its own: launches a browser, says so, and waits to be killed.

import { argv } from 'node:process';
import { ensureDisplay, launchBrowser } from '../../../demo/browsers.ts';

const [, , name, extensionDir] = argv;
if ((name !== 'chromium' && name !== 'firefox') || !extensionDir) throw new Error('Which browser?');

const { display } = await ensureDisplay({ log: console.error });
await launchBrowser({
  browser: name,
  extensionDir,
  tenantPort: 9,
  headless: true,
  ...(display ? { display } : {}),
});
console.log('launched');
