import { expect } from 'vitest';
import { PATIENCE_MS } from '../../../demo/browser/wait-until.ts';
import { walkPicker, walkSignIn } from '../../../demo/walk.ts';
import {
  clickSignIn,
  launchLanyard,
  personCalled,
  popupShows,
  test as withBrowser,
  words,
} from '../world.ts';

/** With puppeteer attached to the worker, whose console is what is looked at. */
const test = withBrowser.extend('lanyard', async ({ tenant }, { onCleanup }) => {
  const lanyard = await launchLanyard(tenant.port, { attachToWorker: true });
  onCleanup(() => lanyard.close());
  return lanyard;
});

test('Lanyard writes no token to a console, in success or failure (A9)', async ({ tenant, lanyard }) => {
  const target = await lanyard.browser.waitForTarget((candidate) => candidate.type() === 'service_worker', {
    timeout: PATIENCE_MS,
  });
  const worker = await target.worker();
  const printed: string[] = [];
  worker?.on('console', (message) => printed.push(message.text()));
  const popup = await lanyard.openPopup();
  popup.on('console', (message) => printed.push(message.text()));
  popup.on('pageerror', (error) => printed.push(String(error)));

  const mira = personCalled(tenant, 'mira');
  tenant.control.faults.idToken = 'wrong-aud';
  await walkSignIn(await clickSignIn(lanyard), mira);
  await popupShows(lanyard, words('unverifiedTitle'));
  tenant.control.faults.idToken = null;
  await walkPicker(await clickSignIn(lanyard), mira);
  await popupShows(lanyard, words('offersFirst'));

  // The console is being heard, or the search below would prove nothing.
  await worker?.evaluate(() => console.log('heard'));
  expect(printed).toContain('heard');
  const text = printed.join('\n');
  expect([...tenant.control.issuedSecrets].filter((secret) => text.includes(secret))).toEqual([]);
  expect(printed.filter((line) => line !== 'heard')).toEqual([]);
});
