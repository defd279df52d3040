import { describe, expect } from 'vitest';
import { walkSignIn } from '../../../demo/walk.ts';
import { clickSignIn, personCalled, popupShows, signIn, test, words } from '../world.ts';

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
    await popupShows(lanyard, words('unverifiedTitle'));
    const { session } = await lanyard.readStorage();
    expect(session).not.toHaveProperty('activeAccount');
    const kept = JSON.stringify(session);
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
