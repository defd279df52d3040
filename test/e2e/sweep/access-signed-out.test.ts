import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { walkSignIn } from '../../../demo/walk.ts';
import { faultsOf } from '../axe.ts';
import { accountIdOf, endOfSignIn, openPopupTab, pageShows } from '../pages.ts';
import { showTheme, THEMES } from '../theme.ts';
import { askBackground, personCalled, test, words } from '../world.ts';

describe('The popup without an account', () => {
  test('passes axe on the welcome, the wait for Microsoft, its outcome, and the farewell (P5)', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    const page: Page = await openPopupTab(lanyard);
    onTestFinished(() => page.close());
    const found: string[] = [];
    const look = async (shows: string) => {
      await pageShows(page, shows);
      for (const theme of THEMES) {
        await showTheme(lanyard, page, theme);
        found.push(...(await faultsOf(page, theme)).map((fault) => `${shows}: ${fault}`));
      }
    };
    await look(words('welcomeTitle'));
    await askBackground(lanyard, 'signIn', { kind: 'new' });
    const closed = await lanyard.waitForAuthWindow();
    await look(words('signingInTitle'));
    await closed.close();
    await look(words('windowClosedTitle'));
    await askBackground(lanyard, 'signIn', { kind: 'new' });
    await walkSignIn(await lanyard.waitForAuthWindow(), mira);
    await endOfSignIn(lanyard);
    await askBackground(lanyard, 'signOut', [accountIdOf(mira)]);
    await look(words('farewellTitle'));
    expect(found).toEqual([]);
  });
});
