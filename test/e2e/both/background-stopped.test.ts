import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import { createGate } from '../gate.ts';
import { accountIdOf, openWatchedPopup } from '../pages.ts';
import { ageAccessTokens } from '../stored.ts';
import { askBackground, personCalled, popupShows, signIn, test, words } from '../world.ts';

/** Signed in, with the profile seen and the popup closed. */
async function signInAndLeave(lanyard: LaunchedBrowser, person: Person): Promise<void> {
  await signIn(lanyard, person);
  await popupShows(lanyard, person.jobTitle ?? '');
  await (await lanyard.findPopup())?.close();
}

describe('A background that was stopped', () => {
  // Stopped by command, in Chromium as `stopAllWorkers` and in Firefox as its idle timer do it; the real idling of
  // Chromium is waited for in test/e2e/long.
  test('L1 L10 shows the profile at the next opening, and at no moment a popup of nobody', async ({
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
    // The watch was there in time: it has seen the name before there was a job title.
    expect(shown.slice(0, shown.indexOf(mira.jobTitle ?? ''))).toMatch(
      new RegExp(`${mira.displayName}[^]*${mira.displayName}`),
    );
    expect(shown).not.toContain(words('welcomeTitle'));
    expect(shown).not.toContain(words('askSignInTitle'));
  });

  test('L8 leaves an open popup working, however often it is stopped', async ({ tenant, lanyard }) => {
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
  });
});

describe('A background that is stopped while it waits', () => {
  test('L2 for Graph: the popup asks again by itself', async ({ tenant, lanyard, onTestFinished }) => {
    const mira = personCalled(tenant, 'mira');
    await signInAndLeave(lanyard, mira);
    const gate = createGate();
    onTestFinished(gate.open);
    const { counters, faults } = tenant.control;
    const asked = counters.graph;
    faults.delay.graph = gate.closed;
    await lanyard.openPopup();
    await waitUntil('Graph to be asked', async () => counters.graph > asked || null);

    faults.delay.graph = null;
    await lanyard.stopWorker();
    await popupShows(lanyard, mira.jobTitle ?? '');
  });

  test('L2 for Graph, time and again: the popup says so, and its button works', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await signInAndLeave(lanyard, mira);
    const gate = createGate();
    onTestFinished(gate.open);
    const { counters, faults } = tenant.control;
    faults.delay.graph = gate.closed;
    for (const time of ['first', 'second']) {
      const asked = counters.graph;
      if (time === 'first') await lanyard.openPopup();
      await waitUntil(`Graph to be asked for the ${time} time`, async () => counters.graph > asked || null);
      await lanyard.stopWorker();
    }
    faults.delay.graph = null;
    const popup = await lanyard.findPopup();
    await (await popup?.waitForSelector('.obstacle .offers .button'))?.click();
    await popupShows(lanyard, mira.jobTitle ?? '');
    // It follows the session again: what happens elsewhere shows here.
    await askBackground(lanyard, 'signOut', [accountIdOf(mira)]);
    await popupShows(lanyard, words('farewellTitle'));
  });

  test('L3 for a token: the refresh token is still good, and nothing is half-written', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await signInAndLeave(lanyard, mira);
    await ageAccessTokens(lanyard);
    const gate = createGate();
    onTestFinished(gate.open);
    const { counters, faults, log } = tenant.control;
    const { authorize } = counters;
    faults.delay.token = gate.closed;
    const popup = await lanyard.openPopup();
    await waitUntil('a token to be asked for', async () => counters.token > 1 || null);
    await popup.close();
    await lanyard.stopWorker();
    faults.delay.token = null;
    // The tenant gives its answer to nobody.
    gate.open();

    await lanyard.openPopup();
    await popupShows(lanyard, mira.jobTitle ?? '');
    // One for the code, one that went for nothing, one that was answered; and no window.
    expect(counters).toMatchObject({ token: 3, authorize });
    expect(log.filter(({ grantType }) => grantType).at(-1)).toMatchObject({
      grantType: 'refresh_token',
      status: 200,
    });
  });
});
