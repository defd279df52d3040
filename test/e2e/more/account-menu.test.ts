import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { focused, tabTo } from '../keyboard.ts';
import { accountIdOf, addAccount, openPopupTab, pageShows } from '../pages.ts';
import { askBackground, personCalled, test, words } from '../world.ts';

const isMenuOpen = (page: Page) => page.$eval('.menu', (menu) => menu.matches(':popover-open'));

describe('The account menu', () => {
  test('can be used from the keyboard alone (P5)', async ({ tenant, lanyard, onTestFinished }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    await addAccount(lanyard, mira);
    await addAccount(lanyard, sam);
    // In a tab, where key presses arrive in both browsers.
    const page = await openPopupTab(lanyard);
    onTestFinished(() => page.close());
    await pageShows(page, sam.userPrincipalName);
    const button = words('accountMenu').replace('$value$', sam.userPrincipalName);

    await tabTo(page, words('switchTo').replace('$value$', mira.userPrincipalName));
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    expect(await isMenuOpen(page)).toBe(true);
    for (const name of [
      mira.displayName,
      sam.displayName,
      words('addAccount'),
      words('glanceMenu'),
      words('sideOpen'),
      words('keysTitle'),
      words('keepLabel'),
      words('signOutAll'),
    ]) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain(name);
    }
    await page.keyboard.press('Escape');
    expect(await isMenuOpen(page)).toBe(false);
    expect(await focused(page)).toBe(button);

    await page.keyboard.press(' ');
    await tabTo(page, words('keepLabel'));
    await page.keyboard.press(' ');
    await tabTo(page, words('signOutAll'));
    await expect.poll(() => askBackground(lanyard, 'getSession')).toMatchObject({ keep: 'until-close' });
    await page.keyboard.down('Shift');
    await tabTo(page, mira.displayName);
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await pageShows(page, mira.jobTitle ?? '');
    expect(await isMenuOpen(page)).toBe(false);
    expect(await askBackground(lanyard, 'getSession')).toMatchObject({ account: { id: accountIdOf(mira) } });
  });
});
