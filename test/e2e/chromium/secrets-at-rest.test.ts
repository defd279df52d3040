import { describe, expect } from 'vitest';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import type { Tenant } from '../../../demo/tenant/index.ts';
import { accountIdOf, addAccount, endOfSignIn } from '../pages.ts';
import { showPanel } from '../panels.ts';
import { ageAccessTokens, clearEverything, dumpEverything, opaqueSecrets } from '../stored.ts';
import {
  askBackground,
  clickSignIn,
  personCalled,
  popupShows,
  popupText,
  signIn,
  test,
  words,
} from '../world.ts';

/** The codes and refresh tokens that can be read in what the browser keeps, as they are or in base64. */
async function inTheClear(lanyard: LaunchedBrowser, tenant: Tenant): Promise<string[]> {
  const dump = await dumpEverything(lanyard);
  return opaqueSecrets(tenant).filter((secret) => dump.includes(secret) || dump.includes(btoa(secret)));
}

describe('A refresh token', () => {
  test('is in plain text at no stage of a session, in either storage area or the database', async ({
    tenant,
    lanyard,
  }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    const stages: [stage: string, found: string[]][] = [];
    const look = async (stage: string) => stages.push([stage, await inTheClear(lanyard, tenant)]);

    await signIn(lanyard, mira, {
      onPage: async (page) => void (await look(`at Microsoft's page, ${page}`)),
    });
    await popupShows(lanyard, mira.jobTitle ?? '');
    await look('signed in');
    // The dump does show what is in the clear, and what the vault is made of.
    const dump = await dumpEverything(lanyard);
    expect([...tenant.control.issuedSecrets].some((secret) => dump.includes(secret))).toBe(true);
    expect(dump.match(/"algorithm":"[^"]*","extractable":[a-z]*/g)).toEqual([
      '"algorithm":"AES-GCM","extractable":false',
    ]);
    await (await lanyard.findPopup())?.close();

    await addAccount(lanyard, sam);
    await look('two accounts');
    const issued = opaqueSecrets(tenant).length;
    await ageAccessTokens(lanyard);
    await askBackground(lanyard, 'getProfile', accountIdOf(sam));
    expect(opaqueSecrets(tenant).length).toBeGreaterThan(issued);
    await look('refreshed');
    tenant.control.expireRefreshTokens(mira);
    await ageAccessTokens(lanyard);
    await askBackground(lanyard, 'getProfile', accountIdOf(mira));
    await look('from the browser’s session');
    await askBackground(lanyard, 'setKeep', 'until-close');
    await look('until the browser closes');
    await lanyard.stopWorker();
    await askBackground(lanyard, 'getSession');
    await look('background started again');
    await askBackground(lanyard, 'setKeep', 'on-disk');
    await look('on disk again');
    await askBackground(lanyard, 'signOut', [accountIdOf(mira)]);
    await look('one signed out');
    await askBackground(lanyard, 'signOut', [accountIdOf(sam)]);
    await look('all signed out');
    expect(stages.filter(([, found]) => found.length > 0)).toEqual([]);
    expect(stages).toHaveLength(12);
  });
});

describe('A deletion of all stored data', () => {
  test('shows as a sign-out in the popup, and the next sign-in is kept (S12)', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await signIn(lanyard, mira);
    await popupShows(lanyard, mira.jobTitle ?? '');
    await (await lanyard.findPopup())?.close();
    await clearEverything(lanyard);

    await lanyard.openPopup();
    const shown = await popupShows(lanyard, words('welcomeTitle'));
    expect(shown).not.toContain(mira.displayName);
    await (await lanyard.findPopup())?.close();
    await lanyard.stopWorker();
    await lanyard.openPopup();
    await popupShows(lanyard, words('welcomeTitle'));
    expect(await popupText(lanyard)).not.toContain(words('unexpectedTitle'));

    const microsoft = await clickSignIn(lanyard);
    await (await microsoft.waitForSelector(`[data-account="${mira.userPrincipalName}"]`))?.click();
    await showPanel(lanyard, 'you');
    await popupShows(lanyard, mira.jobTitle ?? '');
  });

  test('does not break the next background (S12)', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    await addAccount(lanyard, mira);
    await clearEverything(lanyard);
    // Signed in by the background that had opened the vault before it was cleared.
    await askBackground(lanyard, 'signIn', { kind: 'add', username: mira.userPrincipalName });
    await endOfSignIn(lanyard);
    await lanyard.stopWorker();
    await ageAccessTokens(lanyard);
    const { authorize } = tenant.control.counters;
    expect(await askBackground(lanyard, 'getProfile', accountIdOf(mira))).toMatchObject({ kind: 'ready' });
    // With the refresh token: the key that it is sealed with was not lost with the background.
    expect(tenant.control.counters.authorize).toBe(authorize);
  });
});
