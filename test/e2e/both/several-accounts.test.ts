import { describe, expect } from 'vitest';
import { walkSignIn } from '../../../demo/walk.ts';
import {
  accountIdOf,
  addAccount,
  authWindows,
  chooseInMenu,
  endOfSignIn,
  openPopupTab,
  pageShows,
} from '../pages.ts';
import { ageAccessTokens } from '../stored.ts';
import { askBackground, personCalled, popupShows, signIn, test, words } from '../world.ts';

describe('Several accounts', () => {
  test('are added in the menu, told apart in the header, and switched in one click', async ({
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
        buttons.map((button) => [button.textContent, button.getAttribute('aria-pressed')]),
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

  test('T33 keep their data, tokens and obstacles apart', async ({ tenant, lanyard }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    await addAccount(lanyard, mira);
    await addAccount(lanyard, sam);
    tenant.control.revokeRefreshTokens(sam);
    tenant.control.endSession(sam);
    await ageAccessTokens(lanyard);

    const popup = await openPopupTab(lanyard);
    const needed = await pageShows(popup, words('signInNeededTitle'));
    expect(needed).toContain(words('continueAs').replace('$value$', sam.userPrincipalName));
    await (await popup.waitForSelector('.account-dot[aria-pressed="false"]'))?.click();
    const shown = await pageShows(popup, mira.jobTitle ?? '');
    expect(shown).not.toContain(words('signInNeededTitle'));
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
    expect(Object.keys(session).sort()).toEqual(['accounts', 'farewell']);
    expect(local).toEqual({ schema: 1, keep: 'on-disk' });
  });
});

describe('Two pages', () => {
  test('S1 that press Sign in share one window, and both show how it ends', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    const pages = [await openPopupTab(lanyard), await openPopupTab(lanyard)];
    onTestFinished(async () => {
      for (const page of pages) await page.close();
    });
    for (const page of pages) await page.waitForSelector('.button-primary');
    // By script and at once: a click of the mouse would bring one tab to the front after the other.
    const press = () => document.querySelector<HTMLElement>('.button-primary')?.click();
    await Promise.all(pages.map((page) => page.evaluate(press)));
    for (const page of pages) await pageShows(page, words('signingInTitle'));
    const microsoft = await lanyard.waitForAuthWindow();
    expect(await authWindows(lanyard)).toHaveLength(1);

    await walkSignIn(microsoft, mira);
    for (const page of pages) await pageShows(page, mira.jobTitle ?? '');
    expect(tenant.control.counters.token).toBe(1);
  });

  test('T41 both show a sign-out at once, wherever it was', async ({ tenant, lanyard, onTestFinished }) => {
    const mira = personCalled(tenant, 'mira');
    await addAccount(lanyard, mira);
    const here = await openPopupTab(lanyard);
    const there = await openPopupTab(lanyard);
    onTestFinished(async () => {
      await here.close();
      await there.close();
    });
    for (const page of [here, there]) await pageShows(page, mira.jobTitle ?? '');

    await here.bringToFront();
    await (await here.waitForSelector('.standing .button-subtle'))?.click();
    for (const page of [here, there]) {
      const shown = await pageShows(page, words('farewellTitle'));
      expect(shown).not.toContain(mira.jobTitle);
    }
  });

  test('S3 lose none of ten changes at once', async ({ tenant, lanyard }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    await addAccount(lanyard, mira);
    await addAccount(lanyard, sam);
    await ageAccessTokens(lanyard);
    const ids = [accountIdOf(mira), accountIdOf(sam)];
    const questions = [
      ...ids.map((id) => ({ method: 'getProfile', params: [id] })),
      ...ids.map((id) => ({ method: 'switchAccount', params: [id] })),
      { method: 'setKeep', params: ['until-close'] },
      ...ids.map((id) => ({ method: 'getProfile', params: [id] })),
      { method: 'switchAccount', params: [ids[1]] },
      { method: 'setKeep', params: ['on-disk'] },
      { method: 'switchAccount', params: [ids[0]] },
    ];
    const replies = await lanyard.inExtension(
      (all) => Promise.all(all.map((question) => globalThis.chrome.runtime.sendMessage(question))),
      questions,
    );
    expect(replies).toHaveLength(10);
    for (const reply of replies) expect(reply).toMatchObject({ ok: true });
    expect(await askBackground(lanyard, 'getSession')).toMatchObject({
      account: { id: ids[0] },
      accounts: [{ id: ids[0] }, { id: ids[1] }],
      keep: 'on-disk',
    });
    // What was written lasts: both refresh tokens are in the vault, on the disk alone.
    const { session, local } = await lanyard.readStorage();
    const inVault = (area: object) => Object.keys(area).filter((key) => key.startsWith('vault:'));
    expect(inVault(session)).toEqual([]);
    expect(inVault(local).sort()).toEqual(
      ['vault:accounts', ...ids.map((id) => `vault:credential:${id}`)].sort(),
    );
    await lanyard.stopWorker();
    await ageAccessTokens(lanyard);
    const { authorize } = tenant.control.counters;
    for (const id of ids) {
      expect(await askBackground(lanyard, 'getProfile', id)).toMatchObject({ kind: 'ready' });
    }
    expect(tenant.control.counters.authorize).toBe(authorize);
  });
});
