import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import { openWatchedPopup } from '../pages.ts';
import { askBackground, isThorough, personCalled, popupShows, signIn, test, words } from '../world.ts';

/** Signed in, with the profile seen and the popup closed. */
async function signInAndLeave(lanyard: LaunchedBrowser, person: Person): Promise<void> {
  await signIn(lanyard, person);
  await popupShows(lanyard, person.jobTitle ?? '');
  await (await lanyard.findPopup())?.close();
}

describe('A background that was stopped', () => {
  // Stopped by command, in Chromium as `stopAllWorkers` and in Firefox as its idle timer do it; the real idling of
  // Chromium is waited for in test/e2e/long.
  test('shows the profile at the next opening, and never a signed-out popup (L1, L10)', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await signInAndLeave(lanyard, mira);
    await lanyard.stopWorker();

    const popup = await openWatchedPopup(lanyard);
    onTestFinished(() => popup.close());
    const shown = await waitUntil('the profile', async () => {
      const everything = await popup.everythingShown();
      return everything.includes(mira.jobTitle ?? '') ? everything : null;
    });
    // The watch was there in time: it has seen the page before there was anything in it but its name.
    expect(shown.trimStart()).toMatch(new RegExp(`^${words('appName')}\\s+${words('appName')}`));
    expect(shown).not.toContain(words('welcomeTitle'));
    expect(shown).not.toContain(words('askSignInTitle'));
  });

  test.runIf(isThorough)(
    'leaves an open popup working, however often it is stopped (L8)',
    async ({ tenant, lanyard }) => {
      const mira = personCalled(tenant, 'mira');
      await signIn(lanyard, mira);
      await popupShows(lanyard, mira.jobTitle ?? '');
      const popup = await lanyard.findPopup();
      for (const _time of ['once', 'twice']) {
        await lanyard.stopWorker();
        expect(await popup?.evaluate(() => document.body.innerText)).toContain(mira.jobTitle);
        // There again, before it is stopped again.
        await askBackground(lanyard, 'getSession');
      }

      await (await popup?.waitForSelector('.standing .button-subtle'))?.click();
      await popupShows(lanyard, words('farewellTitle'));
      await (await popup?.waitForSelector('.offers .button'))?.click();
      await popupShows(lanyard, words('welcomeTitle'));
      await signIn(lanyard, mira);
    },
  );
});
