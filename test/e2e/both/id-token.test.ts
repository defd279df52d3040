import { describe, expect } from 'vitest';
import { walkSignIn } from '../../../demo/walk.ts';
import { askBackground, clickSignIn, personCalled, popupShows, signIn, test, words } from '../world.ts';

describe('An ID token that is wrong', () => {
  test.for([
    'wrong-aud',
    'wrong-iss',
    'wrong-nonce',
    'wrong-tid',
    'expired',
    'missing-sub',
    'missing-iat',
    'missing-oid',
    'no-id-token',
  ] as const)('T34 is rejected and leaves no account: %s', async (fault, { tenant, lanyard }) => {
    tenant.control.faults.idToken = fault;
    await walkSignIn(await clickSignIn(lanyard), personCalled(tenant, 'mira'));
    // A token that has come just now and is hours old: either it is stale, or the clock here is wrong.
    await popupShows(lanyard, words(fault === 'expired' ? 'clockWrongTitle' : 'unverifiedTitle'));
    expect(await askBackground(lanyard, 'getSession')).toMatchObject({ status: 'signed-out' });
    const kept = JSON.stringify(await lanyard.readStorage());
    expect([...tenant.control.issuedSecrets].filter((secret) => kept.includes(secret))).toEqual([]);
  });

  test('T35 is rejected at a refresh too, and the account stays', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    tenant.control.faults.accessTokenSeconds = 120;
    await signIn(lanyard, mira);
    await popupShows(lanyard, mira.jobTitle ?? '');
    await (await lanyard.findPopup())?.close();

    tenant.control.faults.idToken = 'wrong-iss';
    await lanyard.openPopup();
    const shown = await popupShows(lanyard, words('unverifiedTitle'));
    expect(shown).toContain(mira.displayName);
  });
});
