import type { Person } from '../people.ts';
import type { EntraSetting } from './setting.ts';

/**
 * Ends all that a person was given so far: sessions, refresh tokens, and by a challenge access tokens (Microsoft,
 * "Refresh tokens": revocation; "Continuous access evaluation": critical events). One browser may be left signed in.
 */
export function revokeEverything(setting: EntraSetting, person: Person, exceptUid?: string): void {
  setting.sessions.end(person, exceptUid);
  setting.refreshTokens.revoke(person);
  setting.workings.challenges.make(person);
}
