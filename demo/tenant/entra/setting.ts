import type { SigningKeys } from '../keys.ts';
import type { Person } from '../people.ts';
import type { Workings } from '../workings.ts';
import type { Accounts } from './accounts.ts';
import type { CoreStorage } from './adapter.ts';
import type { BrowserSessions } from './browser-sessions.ts';
import type { Consents } from './consents.ts';
import type { RefreshTokens } from './refresh-tokens.ts';
import type { StandingFailures } from './standing-failures.ts';

/** All that the endpoints of one tenant share. */
export interface EntraSetting {
  clientId: string;
  redirectUris: readonly string[];
  people: readonly Person[];
  keys: SigningKeys;
  workings: Workings;
  accounts: Accounts;
  consents: Consents;
  sessions: BrowserSessions;
  storage: CoreStorage;
  refreshTokens: RefreshTokens;
  standing: StandingFailures;
}

/** The person of an object id; the core stores nothing else about an account. */
export function personOf(setting: Pick<EntraSetting, 'people'>, oid: string | undefined): Person {
  const person = setting.people.find((each) => each.oid === oid);
  if (!person) throw new Error(`no person has the object id ${oid}`);
  return person;
}
