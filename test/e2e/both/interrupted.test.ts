import { describe, expect } from 'vitest';
import { clickSignIn, personCalled, popupShows, signIn, test, words } from '../world.ts';

describe('A background that is stopped while the window is open', () => {
  test('L4 says at the next opening that sign-in was interrupted, and the next click works', async ({
    tenant,
    lanyard,
  }) => {
    const mira = personCalled(tenant, 'mira');
    const orphan = await clickSignIn(lanyard);
    await (await lanyard.findPopup())?.close();
    await lanyard.stopWorker();
    // The window stays, and what it would have brought is lost: the person closes it.
    await orphan.close();

    await lanyard.openPopup();
    const shown = await popupShows(lanyard, words('interruptedTitle'));
    expect(shown).toContain(words('interruptedText'));
    await signIn(lanyard, mira);
    await popupShows(lanyard, mira.userPrincipalName);
  });
});
