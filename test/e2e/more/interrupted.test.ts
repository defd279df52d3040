import { describe, expect } from 'vitest';
import { walkSignIn } from '../../../demo/walk.ts';
import { authWindows, chooseInMenu } from '../pages.ts';
import {
  askBackground,
  browserName,
  clickSignIn,
  personCalled,
  popupShows,
  signIn,
  test,
  words,
} from '../world.ts';

describe('A background that is stopped while the sign-in window is open', () => {
  test('reports the interruption at the next opening, and the next click works (L4)', async ({
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

  test('reports the interruption to a signed-in person too, and the next click works (L4)', async ({
    tenant,
    lanyard,
  }) => {
    const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
    await signIn(lanyard, mira);
    await popupShows(lanyard, mira.jobTitle ?? '');
    await chooseInMenu(await lanyard.openPopup(), '.add-account');
    await lanyard.waitForAuthWindow();
    await lanyard.stopWorker();

    // The popup, where it has stayed open, hears of it too.
    const popup = await lanyard.openPopup();
    const shown = await popupShows(lanyard, words('interruptedTitle'));
    expect(shown).toContain(mira.displayName);

    // The browsers hold on to the window that nobody waits for: Chromium refuses another beside it, and Firefox
    // opens the new one in its place, which counts as closing it. The person is told, and not for ever.
    await chooseInMenu(popup, '.add-account');
    const inTheWay = browserName === 'chromium' ? 'windowAlreadyOpenTitle' : 'windowClosedTitle';
    await popupShows(lanyard, words(inTheWay));
    for (const orphan of await authWindows(lanyard)) await orphan.close();

    await chooseInMenu(await lanyard.openPopup(), '.add-account');
    await walkSignIn(await lanyard.waitForAuthWindow(), sam);
    const added = await popupShows(lanyard, sam.userPrincipalName);
    expect(added).not.toContain(words(inTheWay));
    expect(await askBackground(lanyard, 'getSession')).toMatchObject({
      accounts: [{ username: mira.userPrincipalName }, { username: sam.userPrincipalName }],
    });
  });
});
