import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Person } from '../people.ts';

/** Life of a persistent session, in seconds (Microsoft, "Configurable token lifetimes": session tokens). */
const persistentSeconds = 90 * 86_400;

/**
 * Who is signed in, per browser. The core's session holds one account; Entra's holds several, and which of them
 * answers a request is decided anew each time (see `choose-account.ts`).
 */
export interface BrowserSessions {
  signedIn(sessionUid: string): readonly Person[];
  /** Whether any browser has a session of this person that serves. */
  isSignedIn(person: Person): boolean;
  /** Begins, or begins anew, with a password. */
  begin(sessionUid: string, person: Person): void;
  /** The second step was taken; it holds as long as the session. */
  passMfa(sessionUid: string, person: Person): void;
  hasMfa(sessionUid: string, person: Person): boolean;
  remove(sessionUid: string, person: Person): void;
  /** Signs a person out of every browser, or of every other one. */
  end(person: Person, exceptUid?: string): void;
  clear(): void;
}

interface Visit {
  began: number;
  hasMfa: boolean;
}

/** Who decides about the sessions, asked at each look, so that a life may be cut while it runs. */
export interface SessionRules {
  /** Null is the usual life. */
  lifeSeconds(): number | null;
  canSignIn(person: Person): boolean;
}

export function createBrowserSessions(
  clock: Clock,
  { lifeSeconds, canSignIn }: SessionRules,
): BrowserSessions {
  const browsers = new Map<string, Map<Person, Visit>>();
  function find(uid: string, person: Person): Visit | undefined {
    const visit = browsers.get(uid)?.get(person);
    const life = (lifeSeconds() ?? persistentSeconds) * 1000;
    return visit && clock.now() < visit.began + life && canSignIn(person) ? visit : undefined;
  }
  return {
    signedIn: (uid) => [...(browsers.get(uid)?.keys() ?? [])].filter((person) => find(uid, person)),
    isSignedIn: (person) => [...browsers.keys()].some((uid) => find(uid, person)),
    begin(uid, person) {
      const hasMfa = find(uid, person)?.hasMfa ?? false;
      const others = browsers.get(uid) ?? [];
      browsers.set(uid, new Map([...others, [person, { began: clock.now(), hasMfa }]]));
    },
    passMfa(uid, person) {
      const visit = find(uid, person);
      if (visit) visit.hasMfa = true;
    },
    hasMfa: (uid, person) => find(uid, person)?.hasMfa ?? false,
    remove(uid, person) {
      browsers.get(uid)?.delete(person);
    },
    end(person, exceptUid) {
      for (const [uid, browser] of browsers) if (uid !== exceptUid) browser.delete(person);
    },
    clear() {
      browsers.clear();
    },
  };
}

/** The `sid` of one account in one browser session: a GUID, as the ID token carries it. */
export function sidOf(sessionUid: string, person: Person): string {
  const hex = createHash('sha256').update(`${sessionUid} ${person.oid}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** The opaque `login_hint` claim, which a client may send back instead of the user name. */
export function loginHintOf(person: Person): string {
  return `O.${Buffer.from(`${person.oid}@${person.tid}`).toString('base64url')}`;
}
