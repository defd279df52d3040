import { createHash } from 'node:crypto';
import type { Step, Visit } from './interaction.ts';
import { isSame } from './is-same.ts';
import { mfaPage } from './pages/mfa.ts';
import { personOf } from './setting.ts';

/** Six digits that belong to one sign-in. */
const codeOf = (uid: string): string =>
  String(createHash('sha256').update(uid).digest().readUInt32BE(0) % 1_000_000).padStart(6, '0');

/** Asks for the code that a telephone would show; it need not be asked again in this browser's session. */
export function mfaStep({ action, form, setting, interaction }: Visit): Step {
  const { session, uid } = interaction;
  if (!session) throw new Error('a second step without a first one');
  const person = personOf(setting, session.accountId);
  const code = codeOf(uid);
  if (!form) return { page: mfaPage({ action, person, code, error: null }) };
  if (!isSame(form.get('code')?.trim() ?? '', code)) {
    return {
      page: mfaPage({ action, person, code, error: 'You didn’t enter the expected verification code.' }),
    };
  }
  setting.sessions.passMfa(session.uid, person);
  return { result: { account: {} } };
}
