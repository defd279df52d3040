import type { Person } from '../people.ts';
import type { Authority } from './authorities.ts';
import { loginHintOf, sidOf } from './browser-sessions.ts';
import type { SignInWish } from './wish.ts';

/** The person whom a `login_hint` or `sid` means, if it is one of these. */
export function findHinted(people: readonly Person[], hint: string, sessionUid?: string): Person | undefined {
  const wanted = hint.toLowerCase();
  return people.find(
    (person) =>
      person.userPrincipalName.toLowerCase() === wanted ||
      loginHintOf(person) === hint ||
      (sessionUid !== undefined && sidOf(sessionUid, person) === hint),
  );
}

/**
 * The account that answers without a question: the hinted one if it is signed in, else the only one signed in.
 * `prompt=login` and `select_account` always ask (Microsoft, "Authorization code flow", parameter `prompt`).
 */
export function chooseAccount(
  wish: SignInWish,
  authority: Authority,
  signedIn: readonly Person[],
  sessionUid: string,
): Person | undefined {
  if (wish.prompt === 'login' || wish.prompt === 'select_account') return undefined;
  const eligible = signedIn.filter((person) => authority.accepts(person));
  if (wish.hint) return findHinted(eligible, wish.hint, sessionUid);
  return eligible.length === 1 ? eligible[0] : undefined;
}
