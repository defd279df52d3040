import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import { ensureDisplay } from '../../../demo/browsers.ts';
import { walkSignIn } from '../../../demo/walk.ts';
import { focusInPopup } from '../keyboard.ts';
import { clickSignIn, personCalled, popupShows, test as withBrowser, words } from '../world.ts';

/** Chromium with windows, on a display of its own where there is none: only there does the popup close. */
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

/** An idle worker is stopped after 30 s: https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle */
const LONGER_THAN_IDLE_MS = 45_000;

describe('The real popup', () => {
  test('closes during a sign-in of 45 s, and opens again with the profile (P1, M15)', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    const microsoft = await clickSignIn(lanyard);
    const popup = await lanyard.findPopup();
    await delay(LONGER_THAN_IDLE_MS);
    await walkSignIn(microsoft, mira);
    await waitUntil('the first popup to close', async () => popup?.isClosed() || null);

    // Lanyard has opened it again by itself.
    await popupShows(lanyard, words('offersFirst'));
    await (await lanyard.findPopup())?.close();
    await lanyard.openPopup();
    await popupShows(lanyard, words('offersFirst'));
  });

  test('opens again with the outcome of a declined sign-in, which has the focus (P1, P5)', async ({
    tenant,
    lanyard,
  }) => {
    await walkSignIn(await clickSignIn(lanyard), personCalled(tenant, 'tomas'), { declines: true });
    await popupShows(lanyard, words('declinedTitle'));
    await focusInPopup(lanyard, '.obstacle h2');
  });

  test('shows the profile from a background that was stopped after the sign-in', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await walkSignIn(await clickSignIn(lanyard), mira);
    await popupShows(lanyard, words('offersFirst'));
    await (await lanyard.findPopup())?.close();
    await lanyard.stopWorker();
    expect(await lanyard.findPopup()).toBeNull();
    await lanyard.openPopup();
    await popupShows(lanyard, words('offersFirst'));
  });
});
