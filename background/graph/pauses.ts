import { AppError } from '../../src/errors.ts';
import { pausesOf } from '../../src/storage.ts';
import { type AccountBook, whileSignedIn } from '../auth/accounts.ts';
import { LONGEST_WAIT_MS } from '../http.ts';
import type { GraphAnswer, GraphRequest } from './request.ts';
import { LONGEST_PAUSE_MS, readPause } from './retry.ts';

/**
 * What Microsoft counts together, by the beginning of the path: being turned away by the calendar says nothing of the
 * files.
 */
function kindOf({ path }: GraphRequest): string {
  const [, first = '', second = 'profile'] = path.replace(/\?.*/s, '').split('/');
  if (first !== 'me') return first;
  if (second === 'messages' || second === 'mailFolders') return 'mail';
  if (second === 'events' || second === 'calendarView') return 'calendar';
  return second;
}

/**
 * Waits until Graph takes requests of this kind again. What is sent before its time only counts against the limit, and
 * so it is kept in memory, over the popup's end and the worker's.
 * @throws AppError `throttled` where that is not soon
 */
export async function waitForPause(
  request: GraphRequest,
  read: () => Promise<Record<string, number> | null>,
  wait: (ms: number) => Promise<void>,
): Promise<void> {
  const until = (await read())?.[kindOf(request)];
  const ms = until === undefined ? 0 : until - Date.now();
  // No pause is kept for longer than an hour: the clock was put back.
  if (ms > LONGEST_WAIT_MS) return;
  if (until !== undefined && ms > LONGEST_PAUSE_MS) throw new AppError('throttled', { retryAt: until });
  if (ms > 0) await wait(ms);
}

/** Keeps until when Graph wants to be left alone, if it has said so. */
export async function notePause(
  book: AccountBook,
  accountId: string,
  request: GraphRequest,
  answer: GraphAnswer,
): Promise<void> {
  const until = readPause(answer);
  if (until === null) return;
  await whileSignedIn(book, accountId, async () => {
    const now = Date.now();
    const before = Object.entries((await pausesOf(accountId).get()) ?? {});
    const others = before.filter(([, each]) => each > now);
    // Memory that is full is no reason to lose what has been answered.
    await pausesOf(accountId)
      .set({ ...Object.fromEntries(others), [kindOf(request)]: until })
      .catch(() => undefined);
  });
}
