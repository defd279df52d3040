// `npm start [-- --browser firefox] [-- --tour]`: Lanyard in a real browser, against a tenant on this computer.
import { parseArgs } from 'node:util';
import { type BrowserName, type LaunchedBrowser, launchBrowser } from './browsers.ts';
import { openDemo } from './demo.ts';
import { hasDisplay } from './has-display.ts';
import type { Tenant } from './tenant/index.ts';
import { runTour } from './tour.ts';

const { values } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' }, tour: { type: 'boolean', default: false } },
});

/** Opens a window for a person to try Lanyard in, until they close it or press Ctrl-C. */
async function letSomebodyTry(browser: BrowserName): Promise<void> {
  const demo = await openDemo({ switchboard: true });
  const lanyard = await launchBrowser({
    browser,
    extensionDir: demo.extensionDir(browser),
    tenantPort: demo.tenant.port,
    headless: false,
  });
  const closed = new Promise<void>((resolve) => {
    lanyard.browser.once('disconnected', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  console.log(`\n${lanyard.name} ${lanyard.version} is open, with Lanyard in it.`);
  console.log(
    'Its popup is there; later on it is behind the puzzle piece in the toolbar. Sign in as one of these:\n',
  );
  console.log(peopleTable(demo.tenant));
  if (demo.switchboard) {
    console.log(`\nSwitchboard: ${demo.switchboard}  (make things go wrong while you watch)`);
    await openSwitchboard(lanyard, demo.switchboard);
  }
  console.log('\nClose the browser or press Ctrl-C to end.');
  await lanyard.showActionPopup();
  await closed;
  await lanyard.close();
  await demo.close();
}

/** In the tab that the browser began with: the popup, which comes next, would not outlive a new one. */
async function openSwitchboard({ browser }: LaunchedBrowser, address: string): Promise<void> {
  const tabs = await browser.pages();
  const tab = tabs.find((page) => page.url() === 'about:blank') ?? (await browser.newPage());
  await tab.goto(address);
}

function peopleTable({ people }: Tenant): string {
  const rows = people.map((person) => [person.userPrincipalName, person.password, person.kind]);
  const header = ['account', 'password', 'who'];
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [header, ...rows]
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd())
    .join('\n');
}

function chosenBrowser(name: string): BrowserName {
  if (name === 'chromium' || name === 'firefox') return name;
  throw new Error(`--browser takes chromium or firefox, not ${name}.`);
}

try {
  const browser = chosenBrowser(values.browser);
  if (values.tour || !hasDisplay()) await runTour(browser);
  else await letSomebodyTry(browser);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
