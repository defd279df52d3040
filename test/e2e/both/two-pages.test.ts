import { describe, expect } from 'vitest';
import { walkSignIn } from '../../../demo/walk.ts';
import { accountIdOf, addAccount, authWindows, openPopupTab, pageShows } from '../pages.ts';
import { ageAccessTokens } from '../stored.ts';
import { askBackground, isByHand, isThorough, personCalled, test, words } from '../world.ts';

describe('Two pages', () => {
  test('share one window if both press Sign in, and both show its outcome (S1)', async ({
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
    for (const page of pages) await pageShows(page, words('offersFirst'));
    expect(tenant.control.counters.token).toBe(1);
  });

  test.runIf(isThorough)(
    'both show a sign-out at once, wherever it happened (T41)',
    async ({ tenant, lanyard, onTestFinished }) => {
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
    },
  );

  test.runIf(isByHand)('lose none of ten concurrent changes (S3)', async ({ tenant, lanyard }) => {
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
      ['vault:accounts', ...ids.flatMap((id) => [`vault:credential:${id}`, `vault:ledger:${id}`])].sort(),
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
