import { toAppError } from '../../src/errors.ts';
import { type AccountRecord, watchesTold, watchOf } from '../../src/storage.ts';
import { WATCH_NAMES, type Watching, type WatchName } from '../../src/watches.ts';
import { whileSignedIn } from '../auth/accounts.ts';
import { joining } from '../join.ts';
import { logBug } from '../log.ts';
import type { Services } from '../services.ts';
import { setAlarm } from './alarm.ts';
import { isIdleNow } from './idle.ts';
import { lookAt } from './look.ts';
import { clearNoticesBut } from './notices.ts';
import { remind } from './remind.ts';
import { isDue, type Lot, lookForReturn } from './schedule.ts';
import { beginLook, recordLook, refreshStand } from './stand.ts';

/** What is watched, and for whom. */
export interface Watches {
  /** How the watches of an account go, from storage alone. */
  read(accountId: string): Promise<Watching>;
  /** Turns a watch on or off, and looks at once, which nobody waits for. */
  set(accountId: string, watch: WatchName, isOn: boolean): Promise<void>;
  /**
   * Does whatever it is time for, as storage says: reminds, looks, draws the icon, sets the alarm. May be called at any
   * time and as often as one likes. `isBack`: somebody has come back to the computer. Resolves when all of it is done.
   */
  attend(why?: { isBack?: boolean }): Promise<void>;
}

type WatchParts = Pick<Services, 'book' | 'changes' | 'edits' | 'graph' | 'icon' | 'ledger'> & {
  ready(): Promise<void>;
  lot?: Lot;
};

/** Two of these at once would remind twice. */
const LOCK = 'lanyard.watch';

/** What there is to tell of watches where none is on. */
const NOTHING = '[]';

interface Settled {
  account: AccountRecord;
  /** What may be asked. */
  open: WatchName[];
  nextAt: number;
}

export function createWatches(parts: WatchParts): Watches {
  const { book, changes, edits, graph, icon, ledger, ready, lot = Math.random } = parts;
  const joined = joining<void>();
  const underWay = new Set<Promise<void>>();
  let isStarting = true;

  const read = async (accountId: string): Promise<Watching> => {
    const on = (await book.find(accountId))?.watches ?? [];
    const stand = await watchOf(accountId).get();
    const state = (name: WatchName) => ({
      isOn: on.includes(name),
      obstacle: stand?.obstacles[name] ?? null,
      lookedAt: stand?.lookedAt[name] ?? null,
    });
    return { unread: state('unread'), meetings: state('meetings') };
  };

  /** Without any network. Gives the accounts for which there is something to look at. */
  const settle = ({ isBack = false, wanted }: { isBack?: boolean; wanted?: string | undefined } = {}) =>
    navigator.locks.request(LOCK, async (): Promise<Settled[]> => {
      const settled: Settled[] = [];
      const notices = new Set<string>();
      const times: number[] = [];
      for (const account of (await book.read()).list) {
        await whileSignedIn(book, account.id, async () => {
          const now = Date.now();
          const isLookWanted = account.id === wanted;
          const circumstances = { isLookWanted, isStarting, now, lot };
          const { stand, open } = await refreshStand(account, ledger, circumstances);
          if (open.length === 0) return;
          const watched = open.length;
          const nextAt = isBack ? lookForReturn({ ...stand, watched }, now, lot) : stand.nextAt;
          if (nextAt !== stand.nextAt) await watchOf(account.id).set({ ...stand, nextAt });
          settled.push({ account, open, nextAt });
          times.push(isDue(nextAt, now) ? now : nextAt);
        });
      }
      for (const { account, open } of settled) {
        if (!open.includes('meetings')) continue;
        const reminded = await remind(book, account.id);
        for (const notice of reminded.notices) notices.add(notice);
        if (reminded.nextAt !== null) times.push(reminded.nextAt);
      }
      isStarting = false;
      await clearNoticesBut(notices);
      await setAlarm(times);
      await icon.draw();
      await tellPages();
      return settled;
    });

  /** Pages ask again when what they are told has changed; that it was told again a while later is no change. */
  const tellPages = async () => {
    const { list } = await book.read();
    const watching = list.filter(({ watches = [] }) => watches.length > 0).map(({ id }) => id);
    const told = await Promise.all(watching.map(async (id) => ({ id, state: await read(id) })));
    const now = JSON.stringify(
      told.map(({ id, state }) => [
        id,
        ...WATCH_NAMES.map((name) => {
          const { isOn, obstacle, lookedAt } = state[name];
          return [isOn, obstacle?.reason, lookedAt === null];
        }),
      ]),
    );
    // In storage, for that the background has started again is no news.
    if (((await watchesTold.get()) ?? NOTHING) === now) return;
    await (now === NOTHING ? watchesTold.remove() : watchesTold.set(now));
    changes.announce();
  };

  const look = ({ account, open }: Settled) =>
    // Not with what was begun before somebody signed in again, of which nothing is kept, or allowed more.
    joined(`${account.id} ${account.since} ${open}`, async () => {
      const before = edits.count;
      const begun = await whileSignedIn(book, account.id, () => beginLook(account, Date.now()));
      if (!begun) return;
      const [found, isIdle] = await Promise.all([lookAt(graph, account.id, open), isIdleNow()]);
      await whileSignedIn(book, account.id, async () => {
        const now = Date.now();
        const current = await book.find(account.id, account.since);
        const isUndisturbed = before === edits.count;
        if (current) await recordLook(current, found, { begun, isIdle, isUndisturbed, now, lot });
      });
    });

  const attend = async (why?: Parameters<typeof settle>[0]) => {
    await ready();
    const due = (await settle(why)).filter(({ nextAt }) => isDue(nextAt, Date.now()));
    for (const each of due) {
      const looking = look(each)
        .catch(report)
        .finally(() => underWay.delete(looking));
      underWay.add(looking);
    }
    // Also what somebody else has begun: it is no more due, but not done either.
    if (underWay.size === 0) return;
    await Promise.all(underWay);
    await settle();
  };

  return {
    read,
    attend,
    async set(accountId, watch, isOn) {
      await book.change(async (accounts) => {
        const list = accounts.list.map((account) => {
          if (account.id !== accountId) return account;
          const on = new Set(account.watches);
          if (isOn) on.add(watch);
          else on.delete(watch);
          return { ...account, watches: WATCH_NAMES.filter((name) => on.has(name)) };
        });
        return { accounts: { ...accounts, list }, result: undefined };
      });
      // What is in its way is known when this has been answered.
      await settle({ wanted: isOn ? accountId : undefined });
      attend().catch(report);
    },
  };
}

function report(thrown: unknown): void {
  logBug(toAppError(thrown));
}
