import type { Reason } from '../../src/errors.ts';
import { presentObstacle } from '../../src/obstacles.ts';
import type { Purpose } from '../../src/purposes.ts';
import { say, sayAll, type WordKey } from '../../src/words.ts';
import type { Ground } from './look-up.ts';

const SEARCHED: Partial<Record<Purpose, WordKey>> = {
  people: 'omniboxPeople',
  'people-near': 'omniboxPeople',
  files: 'omniboxFiles',
  'mail-open': 'omniboxMails',
};

/** The first line of the address bar: what it searches, or what is wanting for that. */
export function hintFor(ground: Ground | null): string {
  if (!ground) return say('omniboxSignedOut');
  if (ground.purposes.length === 0) return say('omniboxNothingAllowed');
  const kinds = ground.purposes.flatMap((purpose) => SEARCHED[purpose] ?? []);
  return say('omniboxSearches', sayAll(kinds.map((kind) => say(kind))));
}

/** The same once a search has come to nothing. */
export function hintAfter(failure: Reason): string {
  return say(presentObstacle(failure).title);
}
