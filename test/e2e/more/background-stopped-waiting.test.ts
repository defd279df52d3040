import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import { createGate } from '../gate.ts';
import { accountIdOf } from '../pages.ts';
import { ageAccessTokens } from '../stored.ts';
import { askBackground, personCalled, popupShows, popupText, signIn, test, words } from '../world.ts';

/** Signed in, with the profile seen and the popup closed. */
async function signInAndLeave(lanyard: LaunchedBrowser, person: Person): Promise<void> {
  await signIn(lanyard, person);
  await popupShows(lanyard, person.jobTitle ?? '');
  await (await lanyard.findPopup())?.close();
}

describe('A background that is stopped during a request', () => {
  test('makes the popup repeat its request to Graph (L2)', async ({ tenant, lanyard, onTestFinished }) => {
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

  test('lets the popup get its data from Graph by itself or by its button, again and again (L2)', async ({
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
    // The popup follows the next background by itself, unless that was stopped too early for it.
    await waitUntil('the profile', async () => {
      const popup = await lanyard.findPopup();
      await (await popup?.$('.obstacle .offers .button'))?.click().catch(() => undefined);
      return (await popupText(lanyard)).includes(mira.jobTitle ?? '') || null;
    });
    // It follows the session again: what happens elsewhere shows here.
    await askBackground(lanyard, 'signOut', [accountIdOf(mira)]);
    await popupShows(lanyard, words('farewellTitle'));
  });

  test('leaves a valid refresh token, and nothing half-written, during a token request (L3)', async ({
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
    // One for the code, one that went for nothing, one that is answered; and no window. What the popup shows is from memory.
    const last = () => log.filter(({ grantType }) => grantType).at(-1);
    await expect
      .poll(() => ({ ...counters, ...last() }))
      .toMatchObject({ token: 3, authorize, grantType: 'refresh_token', status: 200 });
  });
});
