import { expect, inject } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import { walkSignIn } from '../../../demo/walk.ts';
import { authWindows, chooseInMenu } from '../pages.ts';
import { showPanel } from '../panels.ts';
import { personCalled, popupShows, signIn, test, words } from '../world.ts';

// Put in again while it runs, which unloads what is there as an update does. (`runtime.reload()` itself leaves an
// unpacked extension blocked, without the developer mode. In Firefox a reload removes a temporary add-on, as ours is.)
test('An update during a sign-in leaves a harmless orphan window (L6)', async ({ tenant, lanyard }) => {
  const [mira, sam] = [personCalled(tenant, 'mira'), personCalled(tenant, 'sam')];
  await signIn(lanyard, mira);
  await popupShows(lanyard, mira.jobTitle ?? '');
  await chooseInMenu(await lanyard.openPopup(), '.add-account');
  await lanyard.waitForAuthWindow();
  await lanyard.browser.installExtension(`${inject('builds').configured}/chromium`);
  const { session } = await waitUntil('the extension to be back', () =>
    lanyard.readStorage().catch(() => null),
  );
  expect(session).not.toHaveProperty('openFlow');

  await lanyard.openPopup();
  const shown = await popupShows(lanyard, words('offersFirst'));
  expect(shown).not.toContain(words('signingInTitle'));
  // The account came out of the vault, for a reload empties the memory; the token by its refresh token.
  expect(tenant.control.log.filter(({ grantType }) => grantType).at(-1)?.grantType).toBe('refresh_token');

  for (const orphan of await authWindows(lanyard)) await orphan.close();
  await chooseInMenu(await lanyard.openPopup(), '.add-account');
  await walkSignIn(await lanyard.waitForAuthWindow(), sam);
  await showPanel(lanyard, 'you');
  await popupShows(lanyard, sam.userPrincipalName);
});
