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
  /** Begins, or begins anew, with a password. */
  begin(sessionUid: string, person: Person): void;
  remove(sessionUid: string, person: Person): void;
  /** Signs a person out of every browser. */
  end(person: Person): void;
  clear(): void;
}

/** `lifeSeconds` is asked at each look, so that a life may be cut while it runs; null is the usual one. */
export function createBrowserSessions(clock: Clock, lifeSeconds: () => number | null): BrowserSessions {
  const beginnings = new Map<string, Map<Person, number>>();
  return {
    signedIn(uid) {
      const life = (lifeSeconds() ?? persistentSeconds) * 1000;
      return [...(beginnings.get(uid) ?? [])].flatMap(([person, began]) =>
        clock.now() < began + life ? [person] : [],
      );
    },
    begin(uid, person) {
      beginnings.set(uid, new Map([...(beginnings.get(uid) ?? []), [person, clock.now()]]));
    },
    remove(uid, person) {
      beginnings.get(uid)?.delete(person);
    },
    end(person) {
      for (const browser of beginnings.values()) browser.delete(person);
    },
    clear() {
      beginnings.clear();
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
