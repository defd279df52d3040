import { GraphError } from './errors.ts';

/** How many requests of one app a mailbox takes at a time (Microsoft Graph, "Service-specific throttling limits"). */
const limit = 4;

/** What Exchange answers; the profile, its photo, files and presence come from elsewhere. */
const mailboxPath =
  /^\/v1\.0\/me\/(?:messages|mailFolders|calendarView|calendar|calendars|events|todo|people)(?:\/|$)/i;

/** Whether a path leads to somebody's mailbox. */
export const isMailboxPath = (path: string): boolean => mailboxPath.test(path);

/** The requests in progress, by whose mailbox they ask. */
export interface Concurrency {
  /** Takes a place, and gives the way to leave it; throws Graph's 429 where none is free. */
  enter(key: string): () => void;
  /** Forgets everybody; who leaves later was never there. */
  clear(): void;
}

export function createConcurrency(): Concurrency {
  let inside = new Map<string, number>();
  return {
    enter(key) {
      const entered = inside;
      const count = entered.get(key) ?? 0;
      if (count >= limit) {
        const message = 'Application is over its MailboxConcurrency limit.';
        throw new GraphError(429, 'ApplicationThrottled', message, { 'Retry-After': '1' });
      }
      entered.set(key, count + 1);
      let hasLeft = false;
      return () => {
        if (!hasLeft) entered.set(key, (entered.get(key) ?? 0) - 1);
        hasLeft = true;
      };
    },
    clear() {
      inside = new Map();
    },
  };
}
