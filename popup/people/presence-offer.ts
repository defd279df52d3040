import type { Reason } from '../../src/errors.ts';
import type { LedgerView } from '../../src/ledger.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import { coveringScope } from '../../src/permissions.ts';
import { needsOf } from '../../src/purposes.ts';

/**
 * What stands between the person and the presence of others, if it is worth a line: null where it is granted, and
 * where they have said "not now" or told Lanyard to leave it alone.
 */
export function presenceOffer({ lines }: LedgerView): Obstacle | null {
  const purpose = 'people-presence';
  const used = lines.filter(({ grantedAt, isPaused }) => grantedAt !== null && !isPaused);
  const granted = used.map(({ scope }) => scope);
  const wanting = needsOf(purpose).filter((permission) => coveringScope(granted, permission) === null);
  if (wanting.length === 0) return null;
  const asked = lines.filter(({ permission }) => permission !== null && wanting.includes(permission));
  if (asked.some(({ isPaused, answer }) => isPaused || answer === 'postponed')) return null;
  const answers = asked.map(({ answer }) => answer);
  const reason: Reason = answers.includes('approval-needed')
    ? 'approval-needed'
    : answers.includes('declined')
      ? 'declined'
      : 'consent-missing';
  return { reason, purpose };
}
