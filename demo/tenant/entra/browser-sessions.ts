import { createHash } from 'node:crypto';
import type { Person } from '../people.ts';

/**
 * Who is signed in, per browser. The core's session holds one account; Entra's holds several, and which of them
 * answers a request is decided anew each time (see `choose-account.ts`).
 */
export interface BrowserSessions {
  signedIn(sessionUid: string): readonly Person[];
  add(sessionUid: string, person: Person): void;
  remove(sessionUid: string, person: Person): void;
  clear(): void;
}

export function createBrowserSessions(): BrowserSessions {
  const byUid = new Map<string, readonly Person[]>();
  const signedIn = (uid: string) => byUid.get(uid) ?? [];
  return {
    signedIn,
    add(uid, person) {
      if (!signedIn(uid).includes(person)) byUid.set(uid, [...signedIn(uid), person]);
    },
    remove(uid, person) {
      byUid.set(
        uid,
        signedIn(uid).filter((other) => other !== person),
      );
    },
    clear() {
      byUid.clear();
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
