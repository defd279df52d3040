import type { Person } from '../people.ts';
import type { Step, Visit } from './interaction.ts';
import { isSame } from './is-same.ts';
import { newPasswordPage } from './pages/new-password.ts';
import { revokeEverything } from './revocation.ts';
import { personOf } from './setting.ts';

const shortest = 8;

/** What is wrong with the form, or null. */
function findMistake(form: URLSearchParams, person: Person): string | null {
  const password = form.get('new_password') ?? '';
  if (!isSame(form.get('password') ?? '', person.password))
    return 'Your current password is incorrect. Try again.';
  if (password.length < shortest) return `The new password must have at least ${shortest} characters.`;
  if (isSame(password, person.password)) return 'Choose a password that you haven’t used before.';
  return password === form.get('confirmed') ? null : 'The new passwords don’t match.';
}

/** Asks for a new password in the place of the expired one; whatever the old one had opened is closed. */
export function newPasswordStep({ action, form, setting, interaction }: Visit): Step {
  const { session } = interaction;
  if (!session) throw new Error('a new password for nobody');
  const person = personOf(setting, session.accountId);
  const error = form && findMistake(form, person);
  if (!form || error !== null) return { page: newPasswordPage({ action, person, error }) };
  setting.accounts.setPassword(person, form.get('new_password') ?? '');
  revokeEverything(setting, person, session.uid);
  return { result: { account: {} } };
}
