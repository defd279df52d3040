import { describe, expect } from 'vitest';
import { walkHinted, walkMfa } from '../../../demo/walk.ts';
import type { WordKey } from '../../../src/words.ts';
import { accountIdOf, endOfSignIn } from '../pages.ts';
import { openAnew } from '../panels.ts';
import { ageAccessTokens, forgetTokenRequests } from '../stored.ts';
import { askBackground, isThorough, personCalled, popupShows, signIn, test, words } from '../world.ts';

/** AADSTS number, what the popup says, and whether only the thorough run has it. */
const ROWS: readonly (readonly [number, WordKey, 'always' | 'thorough'])[] = [
  [50173, 'signInRevokedTitle', 'always'],
  [65001, 'consentRevokedTitle', 'always'],
  [53003, 'blockedByPolicyTitle', 'always'],
  [90033, 'microsoftUnavailableTitle', 'always'],
  [70043, 'freshSignInRequiredTitle', 'thorough'],
  [50055, 'passwordExpiredTitle', 'thorough'],
  [53000, 'devicePolicyTitle', 'thorough'],
  [50057, 'accountDisabledTitle', 'thorough'],
  [50105, 'notAssignedTitle', 'thorough'],
  [50196, 'loopStoppedTitle', 'thorough'],
];

describe('A sign-in that Microsoft ends', () => {
  test('is explained, and restored by a sign-in in the window (M10, M14)', async ({ tenant, lanyard }) => {
    const mira = personCalled(tenant, 'mira');
    const { control } = tenant;
    await signIn(lanyard, mira);
    const mend = async (asksPassword: boolean) => {
      const request = { kind: 'again', accountId: accountIdOf(mira), purpose: 'profile' } as const;
      await askBackground(lanyard, 'signIn', request);
      // Otherwise Microsoft's session is alive, and asks nothing: the window closes by itself.
      if (asksPassword) await walkHinted(await lanyard.waitForAuthWindow(), mira);
      await endOfSignIn(lanyard);
      await popupShows(lanyard, mira.jobTitle ?? '');
    };

    for (const [aadsts, title, when] of ROWS) {
      if (when === 'thorough' && !isThorough) continue;
      const tokens = control.counters.token;
      control.answerWith(mira, { aadsts, grant: 'refresh' });
      await forgetTokenRequests(lanyard);
      await ageAccessTokens(lanyard);
      // Without one that would still open the popup for the sign-in before.
      await (await lanyard.findPopup())?.close();
      await lanyard.stopWorker();
      await lanyard.openPopup();
      await popupShows(lanyard, words(title));
      expect.soft(control.counters.token - tokens, `requests at AADSTS${aadsts}`).toBe(1);
      control.answerWith(mira, null);
      await mend(aadsts === 70043);
    }
  });

  test.runIf(isThorough)(
    'continues after the code if an extra check is required (M13)',
    async ({ tenant, lanyard }) => {
      const mira = personCalled(tenant, 'mira');
      await signIn(lanyard, mira);
      tenant.control.requireMfa(mira, true);
      await ageAccessTokens(lanyard);
      await openAnew(lanyard);
      await popupShows(lanyard, words('extraCheckTitle'));
      const popup = await lanyard.findPopup();
      await (await popup?.waitForSelector('.obstacle .offers button'))?.click();
      await walkMfa(await lanyard.waitForAuthWindow());
      await popupShows(lanyard, mira.jobTitle ?? '');
    },
  );
});
