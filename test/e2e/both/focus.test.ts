import { describe, expect } from 'vitest';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import { type Walk, walkConsent } from '../../../demo/walk.ts';
import { focusComesTo, focused, focusInPopup, isSaid, pressOn } from '../keyboard.ts';
import { accountIdOf, addAccount, beginAt, endOfSignIn, openPopupTab } from '../pages.ts';
import { inPopup } from '../panels.ts';
import { askBackground, personCalled, test, words } from '../world.ts';

/** Goes on to Microsoft's window, which closes the popup, and comes back to one that is open again. */
async function goToMicrosoft(lanyard: LaunchedBrowser, walk?: Walk): Promise<void> {
  const button = await inPopup(lanyard, '.consent-continue');
  await button.evaluate((element) => element instanceof HTMLElement && element.click());
  const microsoft = await lanyard.waitForAuthWindow();
  await (await lanyard.findPopup())?.close();
  await walkConsent(microsoft, walk);
  await endOfSignIn(lanyard);
  await lanyard.openPopup();
}

describe('The focus', () => {
  test('moves on to the content that replaces a card, even across the sign-in window (P1, P5, M12)', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await addAccount(lanyard, mira);
    await beginAt(lanyard, 'mail');
    const page = await openPopupTab(lanyard);

    await pressOn(page, '.consent-not-now');
    await focusComesTo(page, '.quiet-card h2');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(words('turnOn'));
    await page.keyboard.press('Enter');
    await focusComesTo(page, '.consent-card h2');
    await askBackground(lanyard, 'setPaused', accountIdOf(mira), 'User.Read', true);
    await pressOn(page, '[role=tab][data-panel=you]');
    await pressOn(page, '.quiet-card .button');
    await focusComesTo(page, '#panel-you h2');
    await page.close();

    await beginAt(lanyard, 'calendar');
    await lanyard.openPopup();
    await goToMicrosoft(lanyard, { declines: true });
    await focusInPopup(lanyard, '.consent-card h2');
    await goToMicrosoft(lanyard);
    await inPopup(lanyard, '.event-row');
    await focusInPopup(lanyard, '[role=tab][data-panel=calendar]');
  });

  test('stays on a message that is marked, and moves to the next when one is archived (P5)', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    tenant.control.consentForOrganisation(['User.Read', 'Mail.ReadWrite']);
    await addAccount(lanyard, personCalled(tenant, 'mira'));
    await beginAt(lanyard, 'mail');
    const page = await openPopupTab(lanyard);
    onTestFinished(() => page.close());

    await pressOn(page, '[aria-posinset="2"] .archive-row');
    await focusComesTo(page, '[aria-posinset="2"] .row-main');
    await isSaid(page, words('focusArchived'));
    await page.keyboard.press('Enter');
    await focusComesTo(page, '.back');
    await pressOn(page, '.mark-message[aria-disabled=false]');
    await focusComesTo(page, '.mark-message[aria-disabled=false]');
    await page.keyboard.press('Escape');
    await focusComesTo(page, '[aria-posinset="2"] .row-main');
    await pressOn(page, '.status-refresh');
    await isSaid(page, words('focusRefreshed'));
    await focusComesTo(page, '.status-refresh');
  });
});
