import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import { walkConsent, walkSignIn } from '../../../demo/walk.ts';
import { accountIdOf, authWindows, chooseInMenu } from '../pages.ts';
import { click, inPopup, showPanel } from '../panels.ts';
import { ageAccessTokens, opaqueSecrets } from '../stored.ts';
import {
  askBackground,
  isByHand,
  isThorough,
  launchLanyard,
  personCalled,
  popupShows,
  signIn,
  testWithTenant,
  words,
} from '../world.ts';

/** A browser that is launched again and again with one profile, as a person's is. */
const test = testWithTenant
  .extend('profileDir', async ({ tenant }, { onCleanup }) => {
    tenant.control.reset();
    const profileDir = await mkdtemp(join(tmpdir(), 'lanyard-profile-'));
    onCleanup(() => rm(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
    return profileDir;
  })
  .extend('launch', async ({ tenant, profileDir }, { onCleanup }) => {
    const launched: LaunchedBrowser[] = [];
    onCleanup(async () => {
      for (const lanyard of launched) await lanyard.close();
    });
    return async () => {
      const lanyard = await launchLanyard(tenant.port, { profileDir });
      launched.push(lanyard);
      return lanyard;
    };
  });

test.runIf(isThorough)(
  'A restart during a sign-in leaves accounts signed in, with their consents, no window and one refresh (S7, L5, M5)',
  async ({ tenant, launch }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    const before = await launch();
    await signIn(before, mira);
    await popupShows(before, mira.jobTitle ?? '');
    await showPanel(before, 'mail');
    await click(before, '.consent-continue');
    await walkConsent(await before.waitForAuthWindow());
    await inPopup(before, '.message-row');
    await chooseInMenu(await before.openPopup(), '.add-account');
    await before.waitForAuthWindow();
    await before.close();
    const { token, authorize } = tenant.control.counters;

    const after = await launch();
    expect((await after.readStorage()).session).not.toHaveProperty('openFlow');
    const popup = await after.openPopup();
    await showPanel(after, 'you');
    const shown = await popupShows(after, mira.jobTitle ?? '');
    expect(shown).toContain(mira.userPrincipalName);
    expect(await popup.$$('.obstacle')).toHaveLength(0);
    expect(await authWindows(after)).toEqual([]);
    expect(tenant.control.counters).toMatchObject({ token: token + 1, authorize });
    const asked = tenant.control.log.filter(({ grantType }) => grantType);
    expect(asked.at(-1)).toMatchObject({ grantType: 'refresh_token', status: 200 });
    await showPanel(after, 'mail');
    await inPopup(after, '.message-row');
    expect(tenant.control.counters).toMatchObject({ token: token + 1, authorize });
    await showPanel(after, 'you');

    await chooseInMenu(popup, '.add-account');
    await walkSignIn(await after.waitForAuthWindow(), sam);
    await popupShows(after, sam.userPrincipalName);
  },
);

test.runIf(isByHand)(
  'A restart ends a sign-in that should last only until then, and leaves nothing of it on disk',
  async ({ tenant, launch, profileDir }) => {
    const mira = personCalled(tenant, 'mira');
    const before = await launch();
    const welcome = await before.openPopup();
    await (await welcome.waitForSelector('.keep input'))?.click();
    await signIn(before, mira);
    await popupShows(before, mira.jobTitle ?? '');
    // And a refresh token that came later.
    await ageAccessTokens(before);
    expect(await askBackground(before, 'getProfile', accountIdOf(mira))).toMatchObject({ kind: 'ready' });
    expect((await before.readStorage()).local).toEqual({ schema: 1, keep: 'until-close' });
    await before.close();
    const files = await readAll(profileDir);
    // The search does find what is on the disk.
    expect(holds(files, 'until-close')).toBe(true);
    expect(opaqueSecrets(tenant).filter((secret) => holds(files, secret))).toEqual([]);
    expect(holds(files, accountIdOf(mira))).toBe(false);

    const after = await launch();
    await after.openPopup();
    await popupShows(after, words('welcomeTitle'));
    expect(await askBackground(after, 'getSession')).toMatchObject({
      status: 'signed-out',
      keep: 'until-close',
    });
  },
);

async function readAll(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
}

function holds(files: readonly Buffer[], text: string): boolean {
  return files.some((file) => file.includes(text) || file.includes(Buffer.from(text, 'utf16le')));
}
