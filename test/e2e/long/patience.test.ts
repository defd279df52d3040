import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import { ensureDisplay, type LaunchedBrowser } from '../../../demo/browsers.ts';
import { walkSignIn } from '../../../demo/walk.ts';
import { accountIdOf, openWatchedPopup, pageShows } from '../pages.ts';
import {
  askBackground,
  clickSignIn,
  personCalled,
  popupShows,
  test as withBrowser,
  words,
} from '../world.ts';

/** Chromium with windows and no debugger at the worker, so that it lives and dies as it does for people. */
const test = withBrowser
  .extend('log', { scope: 'worker' }, () => console.log)
  .extend('display', { scope: 'worker' }, async ({ log }, { onCleanup }) => {
    const display = await ensureDisplay({ log });
    onCleanup(() => display.stop());
    return display;
  })
  .extend('launchOptions', { scope: 'worker' }, ({ display: { display } }) => ({
    headless: false,
    ...(display ? { display } : {}),
  }));

const SECOND_FACTOR_MS = 330_000;

/** An idle worker is stopped after 30 s: https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle */
const LONGER_THAN_IDLE_MS = 45_000;

describe('The background over several minutes', () => {
  test('waits for a sign-in of five and a half minutes (L9)', { timeout: 420_000 }, async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    const microsoft = await clickSignIn(lanyard);
    // Time is what is tested here: Chromium ends what takes a worker more than five minutes, this excepted.
    await delay(SECOND_FACTOR_MS);
    await walkSignIn(microsoft, mira);
    await popupShows(lanyard, words('offersFirst'));
  });

  test('is started again by the popup after it has idled away (L1)', { timeout: 120_000 }, async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await walkSignIn(await clickSignIn(lanyard), mira);
    await popupShows(lanyard, words('offersFirst'));
    await (await lanyard.findPopup())?.close();
    await delay(LONGER_THAN_IDLE_MS);

    const popup = await openWatchedPopup(lanyard);
    onTestFinished(() => popup.close());
    const shown = await waitUntil('Today', async () => {
      const everything = await popup.everythingShown();
      return everything.includes(words('offersFirst')) ? everything : null;
    });
    expect(shown).not.toContain(words('welcomeTitle'));
  });

  test('idles away beside an open side panel, which then follows the next one', {
    timeout: 120_000,
  }, async ({ tenant, lanyard, onTestFinished }) => {
    const mira = personCalled(tenant, 'mira');
    await walkSignIn(await clickSignIn(lanyard), mira);
    await popupShows(lanyard, words('offersFirst'));
    const panel = await lanyard.openExtensionPage('popup/side.html');
    onTestFinished(() => panel.close());
    await pageShows(panel, words('offersFirst'));
    await waitUntil('the worker to idle away', () => isWorkerGone(lanyard), 2 * LONGER_THAN_IDLE_MS);

    await askBackground(lanyard, 'signOut', [accountIdOf(mira)]);
    await pageShows(panel, words('farewellTitle'));
  });
});

/** True once no worker of ours runs, and null before. */
async function isWorkerGone({ browser, extensionOrigin }: LaunchedBrowser): Promise<true | null> {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  await session.detach();
  const isOurs = ({ type, url }: { type: string; url: string }) =>
    type === 'service_worker' && url.startsWith(extensionOrigin);
  return targetInfos.some(isOurs) ? null : true;
}
