import { newPasswordNeeded } from './account-obstacles.ts';
import { refusals, type Step, type Visit } from './interaction.ts';
import { mfaStep } from './mfa-step.ts';
import { newPasswordStep } from './new-password-step.ts';

/** Asks for what the account still needs. */
export function accountStep(visit: Visit): Step {
  if (visit.form?.get('choice') === 'cancel') return { result: refusals.cancelled };
  const { obstacle } = visit.interaction.prompt.details;
  return obstacle === newPasswordNeeded ? newPasswordStep(visit) : mfaStep(visit);
}
