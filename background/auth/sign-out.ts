import browser from 'webextension-polyfill';
import { popupPlace, sidePlace } from '../../src/place.ts';
import { SIGN_IN_HOST } from '../../src/settings.ts';
import { farewell, lastObstacle } from '../../src/storage.ts';
import { sayAll } from '../../src/words.ts';
import type { AccountBook } from './accounts.ts';
import type { Holdings } from './holdings.ts';
import type { SignIn } from './sign-in.ts';

/**
 * Signs accounts out here: they are gone from sight first, then from storage. Microsoft's own session in the
 * browser goes on, for it belongs to everything else that is signed in there; ending it is a step of its own.
 */
export async function signOutHere(
  { book, holdings, signIn }: { book: AccountBook; holdings: Holdings; signIn: SignIn },
  ids: readonly string[],
): Promise<void> {
  await signIn.drop();
  const leaving = (await book.read()).list.filter(({ id }) => ids.includes(id));
  await holdings.removeAccounts(ids);
  await Promise.all([lastObstacle.remove(), popupPlace.remove(), sidePlace.remove()]);
  const [first, second] = leaving;
  if (!first) return;
  const isOne = second === undefined;
  await farewell.set({
    username: sayAll(leaving.map(({ username }) => username)),
    tenantId: isOne ? first.tenantId : null,
    loginHint: isOne ? first.loginHint : null,
  });
}

/**
 * Where Microsoft's session in this browser can be ended, for every site and app that uses it (OpenID Connect
 * RP-Initiated Logout; Microsoft: "send a sign-out request"). Null when nobody has just signed out; asked for once.
 */
export async function takeLogoutUrl(): Promise<URL | null> {
  const leaving = await farewell.get();
  await farewell.remove();
  if (!leaving) return null;
  const tenant = encodeURIComponent(leaving.tenantId ?? 'common');
  const url = new URL(`https://${SIGN_IN_HOST}/${tenant}/oauth2/v2.0/logout`);
  url.searchParams.set('post_logout_redirect_uri', browser.identity.getRedirectURL());
  // Without a hint Microsoft ends the sessions of all, or asks which.
  if (leaving.loginHint) url.searchParams.set('logout_hint', leaving.loginHint);
  return url;
}
