import { describe, expect } from 'vitest';
import { walkSignIn } from '../../../demo/walk.ts';
import { accountIdOf, addAccount, chooseInMenu, endOfSignIn, openPopupTab, pageShows } from '../pages.ts';
import { ageAccessTokens } from '../stored.ts';
import { askBackground, personCalled, popupShows, signIn, test, words } from '../world.ts';

describe('Several accounts', () => {
  test('are added in the menu, distinguished in the header, and switched in one click', async ({
    tenant,
    lanyard,
  }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    await signIn(lanyard, mira);
    const first = await lanyard.openPopup();
    expect(await first.$$('.account-dot')).toHaveLength(0);
    await chooseInMenu(first, '.add-account');
    await walkSignIn(await lanyard.waitForAuthWindow(), sam);
    const added = await popupShows(lanyard, sam.userPrincipalName);
    expect(added).not.toContain(mira.userPrincipalName);

    const popup = await lanyard.openPopup();
    const dots = () =>
      popup.$$eval('.account-dot', (buttons) =>
        buttons.map((button) => [button.getAttribute('data-initials'), button.getAttribute('aria-pressed')]),
      );
    await popup.waitForSelector('.account-dot');
    expect(await dots()).toEqual([
      ['MH', 'false'],
      ['SP', 'true'],
    ]);
    await (await popup.waitForSelector('.account-dot[aria-pressed="false"]'))?.click();
    const switched = await popupShows(lanyard, mira.jobTitle ?? '');
    expect(switched).toContain(mira.userPrincipalName);
    expect(switched).not.toContain(sam.userPrincipalName);
    expect(await dots()).toEqual([
      ['MH', 'true'],
      ['SP', 'false'],
    ]);
  });

  test('keep their data, tokens and obstacles apart (T33)', async ({ tenant, lanyard }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    await addAccount(lanyard, mira);
    await addAccount(lanyard, sam);
    tenant.control.revokeRefreshTokens(sam);
    tenant.control.endSession(sam);
    await ageAccessTokens(lanyard);

    const popup = await openPopupTab(lanyard);
    const needed = await pageShows(popup, words('signInRevokedTitle'));
    expect(needed).toContain(words('continueAs').replace('$value$', sam.userPrincipalName));
    await (await popup.waitForSelector('.account-dot[aria-pressed="false"]'))?.click();
    const shown = await pageShows(popup, mira.jobTitle ?? '');
    expect(shown).not.toContain(words('signInRevokedTitle'));
    await popup.close();
    expect(await askBackground(lanyard, 'getProfile', accountIdOf(mira))).toMatchObject({
      kind: 'ready',
      data: { name: mira.displayName },
    });
  });

  test('are signed out one by one, or all at once', async ({ tenant, lanyard }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    await addAccount(lanyard, mira);
    await addAccount(lanyard, sam);
    const popup = await lanyard.openPopup();
    await popupShows(lanyard, sam.userPrincipalName);
    await (await popup.waitForSelector('.standing .button-subtle'))?.click();
    const left = await popupShows(lanyard, mira.jobTitle ?? '');
    expect(left).toContain(words('farewellTitle'));
    const stored = JSON.stringify(await lanyard.readStorage());
    expect(stored).toContain(accountIdOf(mira));
    expect(stored).not.toContain(accountIdOf(sam));

    await askBackground(lanyard, 'dismiss');
    // Microsoft still knows Sam, and asks for no password.
    await askBackground(lanyard, 'signIn', { kind: 'add', username: sam.userPrincipalName });
    expect(await endOfSignIn(lanyard)).toMatchObject({ account: { id: accountIdOf(sam) } });
    const all = await lanyard.openPopup();
    await chooseInMenu(all, '.sign-out-all');
    await popupShows(lanyard, words('farewellTitle'));
    expect(await askBackground(lanyard, 'getSession')).toMatchObject({ status: 'signed-out' });
    const { session, local } = await lanyard.readStorage();
    expect(Object.keys(session).sort()).toEqual(['accounts', 'face', 'farewell']);
    expect(local).toEqual({ schema: 1, keep: 'on-disk' });
  });
});
