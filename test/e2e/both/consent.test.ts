import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { press, walkConsent } from '../../../demo/walk.ts';
import { click, inPopup, lookAgain, scopesAsked, showPanel } from '../panels.ts';
import { ageAccessTokens } from '../stored.ts';
import { isByHand, isThorough, personCalled, popupShows, signIn, test, words } from '../world.ts';

/** The permissions that Microsoft's page lists. */
const listed = (page: Page) =>
  page.$$eval('[data-scope]', (lines) => lines.map((line) => line.getAttribute('data-scope')));

describe('A permission', () => {
  test('is asked for by the panel that needs it, and asked for again after it was revoked (M1, M5, M6, M12)', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    const { control } = tenant;
    await signIn(lanyard, mira);
    await showPanel(lanyard, 'mail');
    await inPopup(lanyard, '.consent-card[data-purpose=mail-list]');
    expect(scopesAsked(tenant)).toEqual(['User.Read']);

    await click(lanyard, '.consent-continue');
    await walkConsent(await lanyard.waitForAuthWindow(), {
      onPage: async (_name, page) => expect(await listed(page)).toEqual(['Mail.ReadBasic']),
    });
    // Back where the person was, without a click.
    await inPopup(lanyard, '.message-row');

    await click(lanyard, '.message-row');
    await inPopup(lanyard, '.consent-card[data-purpose=mail-open]');
    await click(lanyard, '.consent-continue');
    await walkConsent(await lanyard.waitForAuthWindow(), {
      onPage: async (_name, page) => expect(await listed(page)).toEqual(['Mail.Read']),
    });
    await inPopup(lanyard, '.message-text');
    expect(scopesAsked(tenant)).toEqual(['User.Read', 'Mail.ReadBasic', 'Mail.Read']);

    const { authorize } = control.counters;
    control.revokeConsent(mira, ['Mail.ReadBasic', 'Mail.Read']);
    await ageAccessTokens(lanyard);
    await click(lanyard, '.back');
    await lookAgain(lanyard, 'mail');
    await inPopup(lanyard, '.consent-card[data-reason=consent-revoked]');
    const permissions = await lanyard.openExtensionPage('options/index.html');
    await permissions.waitForSelector('[data-permission="Mail.ReadBasic"][data-state=taken-back]');
    await permissions.waitForSelector('[data-permission="User.Read"][data-state=granted]');
    await permissions.close();
    expect(control.counters.authorize).toBe(authorize);
  });

  test.runIf(isThorough)(
    'stays off after it was declined, is not asked for unasked, and the rest keeps working (M2)',
    async ({ tenant, lanyard }) => {
      await signIn(lanyard, personCalled(tenant, 'mira'));
      await showPanel(lanyard, 'mail');
      await click(lanyard, '.consent-continue');
      await walkConsent(await lanyard.waitForAuthWindow(), { declines: true });
      await popupShows(lanyard, words('declinedTitle'));

      await showPanel(lanyard, 'calendar');
      await click(lanyard, '.consent-continue');
      await walkConsent(await lanyard.waitForAuthWindow());
      await inPopup(lanyard, '.event-row');

      const { authorize } = tenant.control.counters;
      await showPanel(lanyard, 'mail');
      await popupShows(lanyard, words('askAgain'));
      expect(tenant.control.counters.authorize).toBe(authorize);
      await click(lanyard, '.consent-continue');
      await walkConsent(await lanyard.waitForAuthWindow());
      await inPopup(lanyard, '.message-row');
    },
  );

  test.runIf(isThorough)(
    'needs no prompt once an administrator has granted it (M4)',
    async ({ tenant, lanyard }) => {
      const { control } = tenant;
      control.setConsentPolicy('default');
      await signIn(lanyard, personCalled(tenant, 'tomas'));
      await showPanel(lanyard, 'mail');
      await click(lanyard, '.consent-continue');
      await press(await lanyard.waitForAuthWindow(), 'cancel');
      await popupShows(lanyard, words('approvalLikelyTitle'));
      await click(lanyard, '.ask-administrator');
      const letter = await inPopup(lanyard, '.approval-letter');
      const text = await letter.$$eval('textarea', (fields) => fields.map(({ value }) => value).join('\n'));
      expect(text).toContain('/v2.0/adminconsent?');
      expect(text).toContain('Mail.ReadBasic');

      const { authorize } = control.counters;
      control.consentForOrganisation(['Mail.ReadBasic']);
      await lookAgain(lanyard, 'mail');
      await inPopup(lanyard, '.message-row');
      expect(control.counters.authorize).toBe(authorize);
    },
  );

  test.runIf(isByHand)('is never asked for if a broader one covers it', async ({ tenant, lanyard }) => {
    tenant.control.consentForOrganisation(['User.Read', 'Mail.ReadWrite']);
    await signIn(lanyard, personCalled(tenant, 'mira'));
    await showPanel(lanyard, 'mail');
    await click(lanyard, '.message-row');
    await inPopup(lanyard, '.message-text');
    await click(lanyard, '.mark-message');
    await inPopup(lanyard, '.mark-message[aria-disabled=false]');
    expect(scopesAsked(tenant)).toEqual(['User.Read']);
  });
});
