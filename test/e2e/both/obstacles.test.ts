import { describe, expect } from 'vitest';
import { press, walkSignIn } from '../../../demo/walk.ts';
import { showPanel } from '../panels.ts';
import {
  askBackground,
  clickSignIn,
  isByHand,
  isThorough,
  launchLanyard,
  personCalled,
  popupShows,
  signIn,
  startTestTenant,
  test,
  words,
} from '../world.ts';

describe('A sign-in that fails', () => {
  test('reports a refusal, asks for nothing unasked, and accepts a consent later (M2)', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await walkSignIn(await clickSignIn(lanyard), mira, { declines: true });
    const shown = await popupShows(lanyard, words('declinedTitle'));
    expect(shown).toContain(words('declinedText'));
    expect(await lanyard.readStorage()).toMatchObject({
      session: { lastObstacle: { obstacle: { reason: 'declined' } } },
    });
    expect(tenant.control.counters).toMatchObject({ token: 0, graph: 0 });
    const { authorize } = tenant.control.counters;
    await (await lanyard.findPopup())?.close();
    await lanyard.openPopup();
    await popupShows(lanyard, words('declinedTitle'));
    expect(tenant.control.counters.authorize).toBe(authorize);
  });

  test.runIf(isThorough)('distinguishes a cancelled page from a refusal', async ({ lanyard }) => {
    await press(await clickSignIn(lanyard), 'cancel');
    await popupShows(lanyard, words('cancelledTitle'));
  });

  test.runIf(isThorough)(
    'distinguishes a closed window from both, and is ready for the next',
    async ({ tenant, lanyard }) => {
      const mira = personCalled(tenant, 'mira');
      await (await clickSignIn(lanyard)).close();
      await popupShows(lanyard, words('windowClosedTitle'));
      await (await clickSignIn(lanyard)).close();
      await popupShows(lanyard, words('windowClosedTitle'));
      await signIn(lanyard, mira);
      await popupShows(lanyard, mira.userPrincipalName);
    },
  );

  test.runIf(isThorough)('names an app registration of the wrong type', async ({ tenant, lanyard }) => {
    tenant.control.faults.platform = 'native';
    await walkSignIn(await clickSignIn(lanyard), personCalled(tenant, 'mira'));
    const shown = await popupShows(lanyard, words('platformWrongTitle'));
    expect(shown).toContain('AADSTS9002326');
  });

  const ANSWERS = [
    ['a success without a token', { status: 200, body: {} }, 'unverifiedTitle'],
    ['a failure of the server', { status: 500, body: {} }, 'microsoftUnavailableTitle'],
    ['a page of a captive portal', { status: 200, body: '<h1>Welcome</h1>' }, 'networkSignInTitle'],
    ['a request to slow down', { status: 429, body: {}, headers: { 'retry-after': '60' } }, 'throttledTitle'],
  ] as const;

  test.runIf(isByHand).for(ANSWERS)(
    'is not taken for a success after %s',
    async ([, answer, title], { tenant, lanyard }) => {
      tenant.control.faults.token = answer;
      await walkSignIn(await clickSignIn(lanyard), personCalled(tenant, 'mira'));
      await popupShows(lanyard, words(title));
      expect(await askBackground(lanyard, 'getSession')).toMatchObject({ status: 'signed-out' });
    },
  );

  test.runIf(isByHand)('names the permission that Microsoft has left out', async ({ tenant, lanyard }) => {
    tenant.control.faults.withheldScopes = ['User.Read'];
    await walkSignIn(await clickSignIn(lanyard), personCalled(tenant, 'mira'));
    await showPanel(lanyard, 'you');
    await popupShows(lanyard, words('partlyGrantedTitle'));
  });
});

describe('A profile that cannot be read', () => {
  test.runIf(isThorough)(
    'leaves the person signed in, with the name and a way to try again',
    async ({ tenant, lanyard }) => {
      const mira = personCalled(tenant, 'mira');
      await signIn(lanyard, mira);
      await (await lanyard.findPopup())?.close();
      tenant.control.faults.graph = { '/v1.0/me': { status: 503, body: {} } };
      const popup = await lanyard.openPopup();
      const shown = await popupShows(lanyard, words('microsoftUnavailableTitle'));
      expect(shown).toContain(mira.displayName);

      tenant.control.faults.graph = {};
      await (await popup.waitForSelector('.obstacle .button'))?.click();
      await popupShows(lanyard, mira.jobTitle ?? '');
    },
  );
});

describe('A sign-in without a network', () => {
  test.runIf(isThorough)(
    'reports that Microsoft cannot be reached, opens no window, and works again later (N1)',
    async ({ onTestFinished }) => {
      const tenant = await startTestTenant();
      const lanyard = await launchLanyard(tenant.port);
      onTestFinished(() => lanyard.close());
      await tenant.stop();

      const popup = await lanyard.openPopup();
      await (await popup.waitForSelector('.button-primary'))?.click();
      const shown = await popupShows(lanyard, words('offlineTitle'));
      expect(shown).toContain(words('offlineText'));
      expect(shown).toContain(words('tryAgain'));
      const pages = await lanyard.browser.pages();
      expect(pages.filter((page) => page.url().startsWith('https://login.microsoftonline.com'))).toEqual([]);

      const again = await startTestTenant(tenant.port);
      onTestFinished(() => again.stop());
      await signIn(lanyard, personCalled(again, 'mira'));
    },
  );
});

describe('A build without a client id', () => {
  test.runIf(isThorough)(
    'says that the id is missing, shows the redirect URI, and offers nothing that would fail',
    async ({ tenant, onTestFinished }) => {
      const lanyard = await launchLanyard(tenant.port, { build: 'unconfigured' });
      onTestFinished(() => lanyard.close());
      const popup = await lanyard.openPopup();
      const shown = await popupShows(lanyard, words('notConfiguredTitle'));
      expect(shown).toMatch(/https:\/\/[a-z0-9]+\.(chromiumapp|extensions\.allizom)\.org\//);
      expect(await popup.$$('.button-primary')).toHaveLength(0);
    },
  );
});
