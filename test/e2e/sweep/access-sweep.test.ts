import { describe, expect } from 'vitest';
import type { Scene } from '../../../demo/gallery/scene.ts';
import { SCENES } from '../../../demo/gallery/scenes/index.ts';
import { POPUP_PATH, Stage } from '../../../demo/gallery/stage.ts';
import { VISITS, type VisitName } from '../../../demo/gallery/visits.ts';
import { REASONS } from '../../../src/errors.ts';
import { faultsOf } from '../axe.ts';
import { showObstacle } from '../obstacle-states.ts';
import { accountIdOf, addAccount, beginAt, openPopupTab } from '../pages.ts';
import { showTheme, THEMES } from '../theme.ts';
import { browserName, launchLanyard, personCalled, test, words } from '../world.ts';

/** Everything that the tour takes pictures of, in English: in another language only the words are others. */
const scenes = SCENES.filter(({ language }) => language === undefined);
/** A tenant of its own for the longest inbox: of its rows no more are drawn than of any other's. */
const visits = (Object.keys(VISITS) as VisitName[]).filter((name) => !('inboxSize' in VISITS[name]));

const MINUTES = 60_000;

/** As large as the popup is, and as a tab may be (CSS pixels). */
const POPUP = { width: 400, height: 560 };
const TAB = { width: 900, height: 700 };

/** The faults of a page in both themes, with what it shows. */
async function look(stage: Stage, name: string): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const theme of THEMES) {
    await showTheme(stage.lanyard, stage.page, theme);
    for (const fault of await faultsOf(stage.page, theme)) found.push([name, fault]);
  }
  return found;
}

async function play(stage: Stage, scene: Scene): Promise<[string, string][]> {
  const { name, path = POPUP_PATH, panel, given, steps, shows, isWaiting = false, after } = scene;
  await stage.clear();
  const size = path === POPUP_PATH ? POPUP : TAB;
  await stage.page.setViewport(size);
  try {
    await given?.(stage);
    await stage.open(path, panel);
    if (browserName === 'firefox') await stage.page.setViewport(size);
    await steps?.(stage.page, stage);
    await stage.page.waitForSelector(shows);
    if (!isWaiting) await stage.settled();
    return await look(stage, name);
  } catch (error) {
    return [[name, error instanceof Error ? error.message : String(error)]];
  } finally {
    await after?.(stage);
  }
}

describe('The popup in every state', () => {
  test.for(visits)(
    'passes axe during the visit "%s" (P5)',
    { timeout: 10 * MINUTES },
    async (visit, { tenant, lanyard, onTestFinished }) => {
      const { who, granted } = VISITS[visit];
      const stage = new Stage(tenant, lanyard, await lanyard.browser.newPage());
      onTestFinished(() => stage.page.close());
      tenant.control.consentForOrganisation([...granted]);
      if (who) await stage.signIn(who);
      const found: [string, string][] = [];
      for (const scene of scenes.filter((each) => each.visit === visit))
        found.push(...(await play(stage, scene)));
      await stage.clear();
      expect(found).toEqual([]);
    },
  );

  test('passes axe after any obstacle (P5)', { timeout: 5 * MINUTES }, async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    tenant.control.consentForOrganisation(['User.Read', 'Mail.ReadBasic']);
    await addAccount(lanyard, mira);
    await beginAt(lanyard, 'mail');
    const page = await openPopupTab(lanyard);
    onTestFinished(() => page.close());
    const found: string[] = [];
    for (const theme of THEMES) {
      await showTheme(lanyard, page, theme);
      for (const reason of REASONS) {
        await showObstacle(lanyard, page, accountIdOf(mira), reason);
        found.push(...(await faultsOf(page, theme)).map((fault) => `${reason}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
  });

  test('passes axe in a build without a client id (P5)', async ({ tenant, onTestFinished }) => {
    const lanyard = await launchLanyard(tenant.port, { build: 'unconfigured' });
    onTestFinished(() => lanyard.close());
    for (const path of [POPUP_PATH, 'options/index.html']) {
      const page = await lanyard.openExtensionPage(path);
      await page.waitForSelector('.obstacle');
      expect(await page.evaluate(() => document.body.innerText)).toContain(words('notConfiguredTitle'));
      for (const theme of THEMES) {
        await showTheme(lanyard, page, theme);
        expect(await faultsOf(page, theme)).toEqual([]);
      }
    }
  });
});
