// `npm run tour [-- mail calendar-week]`: pictures of the popup in every state, light and dark, in docs/screenshots. The
// words after `--` choose the scenes whose names begin so: `-- languages` takes those in German and in a made-up language.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, REDIRECT_URIS } from '../../build.mjs';
import { launchBrowser } from '../browsers.ts';
import { artifactsDir } from '../demo.ts';
import { copyInLanguage, type Language } from '../locales/copy-in-language.ts';
import { startTenant } from '../tenant/index.ts';
import { machineZone, zoneOfWorkingDay } from '../working-day.ts';
import { ALBUM, albumSize, NARROW, POPUP, photograph, removeOthers, TAB, THEMES } from './album.ts';
import type { Scene } from './scene.ts';
import { SCENES } from './scenes/index.ts';
import { POPUP_PATH, Stage } from './stage.ts';
import { VISITS, type Visit, type VisitName } from './visits.ts';

/** The app registration in the tenant of the tour. */
const CLIENT_ID = '3d2f9a60-6c0e-4b59-9a4e-51f0c7d8e2b1';
/** How times, dates and weeks are written; a made-up language has its own way. */
const LOCALES = { en: 'en-GB', de: 'de-DE', pseudo: 'en-GB' };
/** For what a scene waits for, in milliseconds: longer than Lanyard waits for Microsoft. */
const PATIENCE = 30_000;

interface Outcome {
  files: string[];
  failed: string[];
}

/** Has everybody come who comes to the same tenant, and their scenes play. */
async function playAll(
  extensionDir: string,
  locale: string,
  visits: readonly VisitName[],
  scenes: readonly Scene[],
) {
  const outcome: Outcome = { files: [], failed: [] };
  const [first = 'nobody'] = visits;
  const { inboxSize }: Visit = VISITS[first];
  const tenant = await startTenant({
    clientId: CLIENT_ID,
    redirectUris: Object.values(REDIRECT_URIS),
    zone: machineZone(),
    ...(inboxSize ? { inboxSize } : {}),
  });
  try {
    const lanyard = await launchBrowser({
      browser: 'chromium',
      extensionDir,
      tenantPort: tenant.port,
      headless: true,
      agreesToPermissions: true,
    });
    try {
      const page = await lanyard.browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      // Not every build of Chromium can be told by the environment.
      const protocol = await page.createCDPSession();
      await protocol.send('Emulation.setLocaleOverride', { locale });
      const userAgent = await lanyard.browser.userAgent();
      await protocol.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: locale });
      const stage = new Stage(tenant, lanyard, page);
      for (const visit of visits) {
        const own = scenes.filter((scene) => scene.visit === visit);
        if (own.length > 0) await receive(stage, visit, own, outcome);
      }
    } finally {
      await lanyard.close();
    }
  } finally {
    await tenant.stop();
  }
  return outcome;
}

/** One visit, from the sign-in to the sign-out. */
async function receive(stage: Stage, name: VisitName, scenes: Scene[], outcome: Outcome): Promise<void> {
  const { who, granted } = VISITS[name];
  await stage.signOut();
  stage.tenant.control.consentForOrganisation(granted);
  if (who) await stage.signIn(who);
  for (const scene of scenes) {
    try {
      const files = await play(stage, scene);
      outcome.files.push(...files);
      for (const file of files) console.log(`  ${file}`);
    } catch (error) {
      outcome.failed.push(scene.name);
      console.log(`  ${scene.name} FAILED: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** One scene, and its pictures. */
async function play(stage: Stage, scene: Scene): Promise<string[]> {
  const {
    name,
    path = POPUP_PATH,
    panel,
    given,
    steps,
    shows,
    isWaiting = false,
    isPart = false,
    after,
    language,
  } = scene;
  const { page } = stage;
  const isPopup = path === POPUP_PATH;
  await stage.clear();
  const size = isPopup ? POPUP : TAB;
  await page.setViewport(language ? NARROW : size);
  try {
    await given?.(stage);
    await stage.open(path, panel);
    await steps?.(page, stage);
    await page.waitForSelector(shows);
    if (!isWaiting) await stage.settled();
    return await photograph(page, name, !isPopup && !isPart, language ? ['light'] : THEMES);
  } catch (error) {
    await mkdir(artifactsDir, { recursive: true });
    await page.screenshot({ path: join(artifactsDir, `failed-${name.replace('/', '-')}.png`) });
    throw error;
  } finally {
    await after?.(stage);
  }
}

async function main(chosen: readonly string[]): Promise<boolean> {
  const isChosen = ({ name }: Scene) => chosen.length === 0 || chosen.some((word) => name.startsWith(word));
  const scenes = SCENES.filter(isChosen);
  if (scenes.length === 0) throw new Error(`No scene begins with ${chosen.join(' or ')}.`);
  const zone = zoneOfWorkingDay(new Date());
  // The browser takes the zone from this process, and the tenant from its options.
  process.env.TZ = zone;
  const began = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-tour-'));
  try {
    await build({ out: folder, clientId: CLIENT_ID });
    const files: string[] = [];
    const failed: string[] = [];
    for (const language of [undefined, 'de', 'pseudo'] as const) {
      const own = scenes.filter((scene) => scene.language === language);
      if (own.length === 0) continue;
      const dir = await folderIn(language, folder);
      for (const visits of housefuls(own)) {
        const outcome = await playAll(dir, LOCALES[language ?? 'en'], visits, own);
        files.push(...outcome.files);
        failed.push(...outcome.failed);
      }
    }
    if (chosen.length === 0 && failed.length === 0) await removeOthers(new Set(files));
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `\n${files.length} pictures in ${ALBUM} (${(await albumSize()).toFixed(1)} MB), ${seconds} s`,
    );
    if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
    return failed.length === 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The built folder, or a copy of it that speaks that language. */
async function folderIn(language: Language | undefined, folder: string): Promise<string> {
  const english = join(folder, 'chromium');
  if (!language) return english;
  await copyInLanguage(english, language, join(folder, language));
  return join(folder, language);
}

/** The visits that have scenes, those of an ordinary tenant together and each other by itself. */
function housefuls(scenes: readonly Scene[]): VisitName[][] {
  const names = (Object.keys(VISITS) as VisitName[]).filter((name) =>
    scenes.some(({ visit }) => visit === name),
  );
  const isOrdinary = (name: VisitName) => !('inboxSize' in VISITS[name]);
  const others = names.filter((name) => !isOrdinary(name)).map((name) => [name]);
  return [names.filter(isOrdinary), ...others].filter((visits) => visits.length > 0);
}

try {
  if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
