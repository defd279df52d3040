import { applyEdit } from '../src/apply-edit.ts';
import type { Reply } from '../src/contract.ts';
import { EDIT_PURPOSES } from '../src/edit-purposes.ts';
import type { Edit } from '../src/edits.ts';
import { READING_NAMES, type ReadingName } from '../src/readings.ts';
import { keepSnapshot, readSnapshots, type Snapshots } from '../src/snapshots.ts';
import { type AccountBook, whileSignedIn } from './auth/accounts.ts';
import { answerEvent } from './graph/calendar.ts';
import type { Graph } from './graph/client.ts';
import { editMessage } from './graph/mail.ts';
import { setPresence } from './graph/presence.ts';
import { editTask } from './graph/tasks.ts';
import type { Icon } from './icon.ts';
import { answerWith } from './reply.ts';
import { shiftUnread } from './watch/unread.ts';

/** Changes to the person's data, carried out at Microsoft. */
export interface Edits {
  /** Grows with every change, as it begins and as it ends. */
  readonly count: number;
  make(accountId: string, edit: Edit): Promise<Reply<null>>;
}

export function createEdits(graph: Graph, book: AccountBook, icon: Icon): Edits {
  let count = 0;
  const last = new Map<string, Promise<unknown>>();

  /** One after the other, for of two changes of the same thing the last one counts. */
  const inOrder = <T>(accountId: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(accountId) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(
      accountId,
      mine.catch(() => undefined),
    );
    return mine;
  };

  return {
    get count() {
      return count;
    },
    make: (accountId, edit) =>
      inOrder(accountId, async () => {
        count += 1;
        const reply = await answerWith(EDIT_PURPOSES[edit.kind], async () => {
          await carryOut(graph, accountId, edit);
          return null;
        });
        count += 1;
        if (reply.kind === 'ready') await whileSignedIn(book, accountId, () => redraw(icon, accountId, edit));
        return reply;
      }),
  };
}

function carryOut(graph: Graph, accountId: string, edit: Edit): Promise<void> {
  switch (edit.kind) {
    case 'mark-message':
    case 'flag-message':
    case 'archive-message':
      return editMessage(graph, accountId, edit);
    case 'answer-event':
      return answerEvent(graph, accountId, edit);
    case 'finish-task':
    case 'add-task':
      return editTask(graph, accountId, edit);
    case 'set-presence':
      return setPresence(graph, accountId, edit.choice);
  }
}

/** The next first frame shows the change as well, and so does the number on the icon. */
async function redraw(icon: Icon, accountId: string, edit: Edit): Promise<void> {
  const snapshots = await readSnapshots(accountId);
  for (const reading of READING_NAMES) await redrawOne(accountId, reading, snapshots, edit);
  const fewer = countRead(snapshots, edit);
  if (fewer !== 0 && (await shiftUnread(accountId, fewer))) await icon.draw();
}

/** How many messages fewer are unread by that change. */
function countRead({ getInbox }: Snapshots, edit: Edit): number {
  if (!getInbox) return 0;
  const { unread } = applyEdit('getInbox', getInbox.data, edit);
  return (getInbox.data.unread ?? 0) - (unread ?? 0);
}

async function redrawOne<R extends ReadingName>(
  accountId: string,
  reading: R,
  snapshots: Snapshots,
  edit: Edit,
): Promise<void> {
  const snapshot = snapshots[reading];
  if (!snapshot) return;
  const data = applyEdit(reading, snapshot.data, edit);
  if (data !== snapshot.data) await keepSnapshot(accountId, reading, { ...snapshot, data });
}
