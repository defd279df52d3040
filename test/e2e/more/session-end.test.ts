import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import type { Person, Tenant } from '../../../demo/tenant/index.ts';
import { press, walkHinted, walkSignIn } from '../../../demo/walk.ts';
import { createGate } from '../gate.ts';
import { accountIdOf, addAccount, authWindows, endOfSignIn, pageShows } from '../pages.ts';
import { showPanel } from '../panels.ts';
import { ageAccessTokens, dumpEverything } from '../stored.ts';
import { askBackground, personCalled, popupShows, popupText, signIn, test, words } from '../world.ts';

/** Signed in yesterday: the access token has ended, and the refresh token has had its 24 hours. */
async function signInYesterday(lanyard: LaunchedBrowser, tenant: Tenant, person: Person): Promise<void> {
  await signIn(lanyard, person);
  await popupShows(lanyard, person.jobTitle ?? '');
  await (await lanyard.findPopup())?.close();
  tenant.control.expireRefreshTokens(person);
  await ageAccessTokens(lanyard);
}

function answersOf({ control }: Tenant, part: string) {
  return control.log.filter(({ path }) => path.endsWith(part)).map(({ aadsts }) => aadsts ?? 'answered');
}

describe('A popup that is opened a day after the sign-in', () => {
  test('shows the profile without a window while Microsoft’s session lives (T31)', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await signInYesterday(lanyard, tenant, mira);
    const { authorize } = tenant.control.counters;

    await lanyard.openPopup();
    const shown = await popupShows(lanyard, mira.jobTitle ?? '');
    expect(shown).not.toContain(words('refreshTokenExpiredTitle'));
    expect(await authWindows(lanyard)).toEqual([]);
    // The code, the refresh that came too late, and the code of the silent flow.
    await expect.poll(() => answersOf(tenant, '/token')).toEqual(['answered', 700084, 'answered']);
    expect(tenant.control.counters.authorize).toBe(authorize + 1);
    // What the silent flow brought is a refresh token for another day.
    await ageAccessTokens(lanyard);
    await (await lanyard.findPopup())?.close();
    await lanyard.openPopup();
    await popupShows(lanyard, mira.jobTitle ?? '');
    expect(tenant.control.counters.authorize).toBe(authorize + 1);
  });

  test('shows one obstacle without that session, and its click leads back (T31)', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await signInYesterday(lanyard, tenant, mira);
    tenant.control.endSession(mira);

    const popup = await lanyard.openPopup();
    const shown = await popupShows(lanyard, words('refreshTokenExpiredTitle'));
    expect(shown).toContain(mira.displayName);
    expect(await popup.$$('.obstacle')).toHaveLength(1);
    expect(await authWindows(lanyard)).toEqual([]);
    // Looked at again, nothing is asked again: the obstacle stands until there is a click.
    const { token, authorize } = tenant.control.counters;
    await popup.close();
    await lanyard.openPopup();
    await popupShows(lanyard, words('refreshTokenExpiredTitle'));
    expect(tenant.control.counters).toMatchObject({ token, authorize });

    const again = await lanyard.openPopup();
    const button = await again.waitForSelector('.obstacle .offers .button');
    expect(await button?.evaluate(({ textContent }) => textContent)).toBe(
      words('continueAs').replace('$value$', mira.userPrincipalName),
    );
    await button?.click();
    await walkHinted(await lanyard.waitForAuthWindow(), mira);
    const back = await popupShows(lanyard, mira.jobTitle ?? '');
    expect(back).not.toContain(words('refreshTokenExpiredTitle'));
  });
});

describe('A sign-in with another account than the requested one', () => {
  test('is noticed and shown as a question, and mixes no data (T33)', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    const tomas = personCalled(tenant, 'tomas');
    await signInYesterday(lanyard, tenant, mira);
    tenant.control.endSession(mira);
    const popup = await lanyard.openPopup();
    await (await popup.waitForSelector('.obstacle .offers .button'))?.click();
    const microsoft = await lanyard.waitForAuthWindow();
    await walkSignIn(microsoft, tomas);

    const shown = await popupShows(lanyard, words('wrongAccountTitle'));
    const offers = ['continueAs', 'useInstead'] as const;
    const people = [mira, tomas];
    const labels = offers.map((key, at) =>
      words(key).replace('$value$', people[at]?.userPrincipalName ?? ''),
    );
    for (const label of labels) expect(shown).toContain(label);
    expect(shown).toContain(mira.displayName);
    expect(shown).not.toContain(tomas.displayName);
    expect(await askBackground(lanyard, 'getSession')).toMatchObject({
      status: 'signed-in',
      account: { id: accountIdOf(mira) },
      accounts: [{ id: accountIdOf(mira) }],
    });
    expect(await dumpEverything(lanyard)).not.toContain(accountIdOf(tomas));

    const open = await lanyard.openPopup();
    await (await open.waitForSelector('.obstacle .offers .button:nth-child(2)'))?.click();
    await popupShows(lanyard, tomas.displayName);
    await endOfSignIn(lanyard);
    expect(await askBackground(lanyard, 'getSession')).toMatchObject({
      account: { id: accountIdOf(tomas) },
      accounts: [{ id: accountIdOf(mira) }, { id: accountIdOf(tomas) }],
    });
    expect(await popupText(lanyard)).not.toContain(words('wrongAccountTitle'));
  });
});

describe('A sign-out', () => {
  test('keeps a refresh in flight from storing anything (T40)', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await signIn(lanyard, mira);
    await popupShows(lanyard, mira.jobTitle ?? '');
    await (await lanyard.findPopup())?.close();
    await ageAccessTokens(lanyard);
    const gate = createGate();
    onTestFinished(gate.open);
    tenant.control.faults.delay.token = gate.closed;
    const { token } = tenant.control.counters;
    const reply = askBackground(lanyard, 'getProfile', accountIdOf(mira));
    await waitUntil('the refresh to be asked for', async () => tenant.control.counters.token > token || null);

    await askBackground(lanyard, 'signOut', [accountIdOf(mira)]);
    gate.open();
    expect(await reply).toMatchObject({ kind: 'obstacle', obstacle: { reason: 'session-ended' } });
    expect(answersOf(tenant, '/token')).toEqual(['answered', 'answered']);
    await askBackground(lanyard, 'dismiss');
    const { session, local } = await lanyard.readStorage();
    expect(session).toEqual({ accounts: { active: null, list: [] }, face: expect.anything() });
    expect(session.face).toMatchObject({ status: 'signed-out', keep: 'on-disk' });
    expect(local).toEqual({ schema: 1, keep: 'on-disk' });
  });

  test('ends Microsoft’s session only if the person chooses that as well', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    await signIn(lanyard, mira);
    const leave = async () => {
      await askBackground(lanyard, 'signOut', [accountIdOf(mira)]);
      return lanyard.openPopup();
    };

    const popup = await leave();
    await pageShows(popup, words('farewellTitle'));
    await (await popup.waitForSelector('.offers .button:nth-child(1)'))?.click();
    await pageShows(popup, words('welcomeTitle'));
    // Left alone, Microsoft still knows who it is.
    await askBackground(lanyard, 'signIn', { kind: 'new' });
    const picker = await lanyard.waitForAuthWindow();
    await picker.waitForSelector(`[data-account="${mira.userPrincipalName}"]`);
    await press(picker, 'cancel');
    await endOfSignIn(lanyard);

    await addAccount(lanyard, mira);
    const again = await leave();
    await pageShows(again, words('farewellTitle'));
    await (await again.waitForSelector('.offers .button:nth-child(2)'))?.click();
    await waitUntil('the session to end', async () => {
      return tenant.control.log.some(({ path, status }) => path.endsWith('/logout') && status) || null;
    });
    await popupShows(lanyard, words('welcomeTitle'));
    await askBackground(lanyard, 'signIn', { kind: 'new' });
    const asksAnew = await lanyard.waitForAuthWindow();
    await asksAnew.waitForSelector('[data-test="account"]');
    await walkSignIn(asksAnew, mira);
    await showPanel(lanyard, 'you');
    await popupShows(lanyard, mira.displayName);
  });
});
