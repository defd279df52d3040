import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import { ensureDisplay } from '../../../demo/browsers.ts';
import { walkSignIn } from '../../../demo/walk.ts';
import { openWatchedPopup } from '../pages.ts';
import { clickSignIn, personCalled, popupShows, test as withBrowser, words } from '../world.ts';

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

describe('Patience', () => {
  test('L9 a sign-in of five and a half minutes is waited for', { timeout: 420_000 }, async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    const microsoft = await clickSignIn(lanyard);
    // Time is what is tested here: Chromium ends what takes a worker more than five minutes, this excepted.
    await delay(SECOND_FACTOR_MS);
    await walkSignIn(microsoft, mira);
    await popupShows(lanyard, mira.jobTitle ?? '');
  });

  test('L1 a background that idled away is not missed', { timeout: 120_000 }, async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await walkSignIn(await clickSignIn(lanyard), mira);
    await popupShows(lanyard, mira.jobTitle ?? '');
    await (await lanyard.findPopup())?.close();
    await delay(LONGER_THAN_IDLE_MS);

    const popup = await openWatchedPopup(lanyard);
    onTestFinished(() => popup.close());
    const shown = await waitUntil('the profile', async () => {
      const everything = await popup.everythingShown();
      return everything.includes(mira.jobTitle ?? '') ? everything : null;
    });
    expect(shown).not.toContain(words('welcomeTitle'));
  });
});
