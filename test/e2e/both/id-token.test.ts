import { describe, expect } from 'vitest';
import { walkSignIn } from '../../../demo/walk.ts';
import { ageAccessTokens } from '../stored.ts';
import {
  askBackground,
  clickSignIn,
  isByHand,
  isThorough,
  personCalled,
  popupShows,
  signIn,
  test,
  words,
} from '../world.ts';

describe('A faulty ID token', () => {
  // The rest of the list is in test/background/auth/conformance.test.ts, against the same tenant.
  const FAULTS = ['wrong-aud', 'no-id-token', 'wrong-iss', 'wrong-nonce', 'expired', 'missing-sub'] as const;

  test.for(isByHand ? FAULTS : FAULTS.slice(0, 1))(
    'is rejected and leaves no account: %s (T34)',
    async (fault, { tenant, lanyard }) => {
      tenant.control.faults.idToken = fault;
      await walkSignIn(await clickSignIn(lanyard), personCalled(tenant, 'mira'));
      // A token that has come just now and is hours old: either it is stale, or the clock here is wrong.
      await popupShows(lanyard, words(fault === 'expired' ? 'clockWrongTitle' : 'unverifiedTitle'));
      expect(await askBackground(lanyard, 'getSession')).toMatchObject({ status: 'signed-out' });
      const kept = JSON.stringify(await lanyard.readStorage());
      expect([...tenant.control.issuedSecrets].filter((secret) => kept.includes(secret))).toEqual([]);
    },
  );

  test.runIf(isThorough)(
    'is rejected at a refresh too, and the account stays (T35)',
    async ({ tenant, lanyard }) => {
      const mira = personCalled(tenant, 'mira');
      await signIn(lanyard, mira);
      await popupShows(lanyard, mira.jobTitle ?? '');
      await (await lanyard.findPopup())?.close();

      await ageAccessTokens(lanyard);
      tenant.control.faults.idToken = 'wrong-iss';
      await lanyard.openPopup();
      const shown = await popupShows(lanyard, words('unverifiedTitle'));
      expect(shown).toContain(mira.displayName);
    },
  );
});
