import { describe, expect } from 'vitest';
import { walkPicker } from '../../../demo/walk.ts';
import { inPopup, showPanel } from '../panels.ts';
import {
  askBackground,
  clickSignIn,
  isByHand,
  isThorough,
  personCalled,
  popupShows,
  popupText,
  signIn,
  test,
  words,
} from '../world.ts';

describe('Signing in', () => {
  test('shows the profile after consent (M1, M15, M16)', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    await signIn(lanyard, mira);
    const shown = await popupShows(lanyard, mira.jobTitle ?? '');
    expect(shown).toContain(mira.displayName);
    expect(shown).toContain(mira.userPrincipalName);
    const popup = await lanyard.findPopup();
    const photo = await popup?.$eval('img.avatar', (img) => [
      img.getAttribute('src')?.slice(0, 15),
      img.naturalWidth,
    ]);
    expect(photo).toEqual(['data:image/png;', 120]);
  });

  test('asks for sign-in, profile and lasting access, and for nothing else (M3)', async ({
    tenant,
    lanyard,
  }) => {
    let consentPage = '';
    await signIn(lanyard, personCalled(tenant, 'mira'), {
      onPage: async (name, page) => {
        if (name === 'consent') consentPage = await page.evaluate(() => document.body.innerText);
      },
    });
    expect(consentPage).toContain('Lanyard');
    expect(consentPage).toContain('Sign you in and read your profile');
    const asked = tenant.control.log.filter((entry) => entry.path.endsWith('/authorize'))[0]?.scopes;
    expect(asked?.split(' ').sort()).toEqual(['User.Read', 'offline_access', 'openid', 'profile']);
    expect([...tenant.control.consents(personCalled(tenant, 'mira'))]).toContain('User.Read');
  });

  test.runIf(isByHand)('shows initials for an account without a photo', async ({ tenant, lanyard }) => {
    await signIn(lanyard, personCalled(tenant, 'tomas'));
    await inPopup(lanyard, '.badge [data-initials=TW]');
  });

  test.runIf(isByHand)('accepts a personal account', async ({ tenant, lanyard }) => {
    const sam = personCalled(tenant, 'sam');
    await signIn(lanyard, sam);
    await popupShows(lanyard, sam.userPrincipalName);
  });

  test.runIf(isByHand)('accepts an administrator', async ({ tenant, lanyard }) => {
    const ingrid = personCalled(tenant, 'ingrid');
    await signIn(lanyard, ingrid);
    await popupShows(lanyard, ingrid.userPrincipalName);
  });
});

describe('Signing out', () => {
  test('removes every token from storage', async ({ tenant, lanyard }) => {
    await signIn(lanyard, personCalled(tenant, 'mira'));
    const held = () => lanyard.readStorage().then((dump) => secretsIn(JSON.stringify(dump)));
    const secretsIn = (text: string) =>
      [...tenant.control.issuedSecrets].filter((secret) => text.includes(secret));
    // The access token is in memory, in the clear: the search below would find it. The refresh token is sealed.
    expect(await held()).toHaveLength(1);

    const popup = await lanyard.findPopup();
    await (await popup?.waitForSelector('.button-subtle'))?.click();
    await popupShows(lanyard, words('farewellTitle'));
    expect(await held()).toEqual([]);
    await askBackground(lanyard, 'dismiss');
    const { session, local } = await lanyard.readStorage();
    expect(session).toEqual({ accounts: { active: null, list: [] }, face: expect.anything() });
    expect(session.face).toMatchObject({ status: 'signed-out', keep: 'on-disk' });
    expect(local).toEqual({ schema: 1, keep: 'on-disk' });
  });

  test.runIf(isThorough)(
    'leads to no second consent at the next sign-in (M5)',
    async ({ tenant, lanyard }) => {
      const mira = personCalled(tenant, 'mira');
      await signIn(lanyard, mira);
      await (await (await lanyard.findPopup())?.waitForSelector('.button-subtle'))?.click();
      await popupShows(lanyard, words('farewellTitle'));

      // One click on the account ends the flow: there is no page of permissions in between.
      await walkPicker(await clickSignIn(lanyard), mira);
      await showPanel(lanyard, 'you');
      await popupShows(lanyard, mira.userPrincipalName);
    },
  );
});

describe('Tokens', () => {
  test('come from the cache at the next opening (M7, M16)', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    await signIn(lanyard, mira);
    await popupShows(lanyard, mira.userPrincipalName);
    const { token, authorize } = tenant.control.counters;
    const graph = tenant.control.counters.graph;
    await (await lanyard.findPopup())?.close();

    await lanyard.openPopup();
    await popupShows(lanyard, mira.jobTitle ?? '');
    await expect.poll(() => tenant.control.counters.graph).toBe(graph + 1);
    expect(tenant.control.counters).toMatchObject({ token, authorize });
  });

  test('are renewed with the refresh token, without a window (M8, M9)', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    // Inside the five minutes before the end, when MSAL no longer hands a token out.
    tenant.control.faults.accessTokenSeconds = 120;
    await signIn(lanyard, mira);
    await popupShows(lanyard, mira.jobTitle ?? '');
    await (await lanyard.findPopup())?.close();
    tenant.control.faults.accessTokenSeconds = null;
    const { authorize } = tenant.control.counters;

    await lanyard.openPopup();
    await popupShows(lanyard, mira.jobTitle ?? '');
    const grants = tenant.control.log.map((entry) => entry.grantType).filter(Boolean);
    expect(grants.at(-1)).toBe('refresh_token');
    expect(tenant.control.counters.authorize).toBe(authorize);

    const { token } = tenant.control.counters;
    await (await lanyard.findPopup())?.close();
    await lanyard.openPopup();
    await popupShows(lanyard, mira.jobTitle ?? '');
    expect(tenant.control.counters.token).toBe(token);
  });

  test.runIf(isThorough)('outlast the background that requested them', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    await signIn(lanyard, mira);
    await popupShows(lanyard, mira.jobTitle ?? '');
    await (await lanyard.findPopup())?.close();
    const { token, authorize } = tenant.control.counters;

    await lanyard.stopWorker();
    await lanyard.openPopup();
    expect(await popupText(lanyard)).not.toContain(words('welcomeTitle'));
    await popupShows(lanyard, mira.jobTitle ?? '');
    expect(tenant.control.counters).toMatchObject({ token, authorize });
  });
});
