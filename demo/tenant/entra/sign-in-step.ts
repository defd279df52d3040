import type { Person } from '../people.ts';
import { type Authority, findAuthority } from './authorities.ts';
import { findHinted } from './choose-account.ts';
import { createFailure } from './create-failure.ts';
import { refusals, type Step, type Visit } from './interaction.ts';
import { isSame } from './is-same.ts';
import { accountPage } from './pages/account.ts';
import { passwordPage } from './pages/password.ts';
import { pickerPage } from './pages/picker.ts';
import type { EntraSetting } from './setting.ts';
import { readWish, type SignInWish, wishParameter } from './wish.ts';

/** How a person proved who they are (RFC 8176): a session begins with a password, not with a pick of the list. */
export const byPassword = 'pwd';

const signedInAs = (person: Person, ...amr: string[]): Step => ({
  result: { login: { accountId: person.oid, amr } },
});

function askAccount({ action, setting }: Visit, account: string, error: string | null): Step {
  return { page: accountPage({ action, people: setting.people, account, error }) };
}

/** The person of that name, unless the directory has them no longer. */
function findExisting({ people, accounts }: EntraSetting, account: string): Person | undefined {
  const person = findHinted(people, account);
  return person && !accounts.of(person).isDeleted ? person : undefined;
}

async function findSignedIn(
  { ctx, provider, setting }: Visit,
  authority: Authority,
): Promise<readonly Person[]> {
  const { uid } = await provider.Session.get(ctx);
  return setting.sessions.signedIn(uid).filter((person) => authority.accepts(person));
}

/** The first page: the accounts signed in, unless the app asked for a password or for somebody else. */
function begin(visit: Visit, wish: SignInWish, signedIn: readonly Person[]): Step {
  const isElsewhere = wish.prompt === 'login' || 'other' in visit.ctx.query || wish.hint !== '';
  if (signedIn.length > 0 && !isElsewhere) {
    return { page: pickerPage({ action: visit.action, signedIn }) };
  }
  const hinted = findHinted(visit.setting.people, wish.hint);
  return askAccount(visit, hinted?.userPrincipalName ?? wish.hint, null);
}

function takeAccount(visit: Visit, authority: Authority, account: string): Step {
  const person = findExisting(visit.setting, account);
  if (!account) return askAccount(visit, account, 'Enter an email address or user name.');
  if (!person) return askAccount(visit, account, 'We couldn’t find an account with that user name.');
  if (!authority.accepts(person)) return askAccount(visit, account, authority.refusal);
  return { page: passwordPage({ action: visit.action, person, error: null }) };
}

function takePassword(visit: Visit, authority: Authority, form: URLSearchParams): Step {
  const account = form.get('account') ?? '';
  const person = findExisting(visit.setting, account);
  if (!person || !authority.accepts(person)) return takeAccount(visit, authority, account);
  const isRight = isSame(form.get('password') ?? '', person.password);
  if (isRight && visit.setting.accounts.canSignIn(person)) return signedInAs(person, byPassword);
  const { aadsts, text } = createFailure({ aadsts: 50057 }, 'window');
  const error = isRight
    ? `AADSTS${aadsts}: ${text} Contact your administrator.`
    : 'Your account or password is incorrect. Try again.';
  return { page: passwordPage({ action: visit.action, person, error }) };
}

/** Finds out who signs in: account, then password; or one of those signed in already. */
export async function signInStep(visit: Visit): Promise<Step> {
  const { form, interaction } = visit;
  const wish = readWish(interaction.params[wishParameter]);
  const authority = findAuthority(wish.segment);
  if (!authority) throw new Error(`no authority ${wish.segment}`);
  const signedIn = await findSignedIn(visit, authority);

  if (!form) return begin(visit, wish, signedIn);
  if (form.get('choice') === 'cancel') return { result: refusals.cancelled };
  if (form.get('choice') === 'other') return askAccount(visit, '', null);
  const account = form.get('account') ?? '';
  if (form.get('step') === 'password') return takePassword(visit, authority, form);
  const picked = form.get('step') === 'pick' && wish.prompt !== 'login' && findHinted(signedIn, account);
  return picked ? signedInAs(picked) : takeAccount(visit, authority, account);
}
