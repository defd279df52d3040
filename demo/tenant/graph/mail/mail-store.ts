import type { Person } from '../../people.ts';
import { createItemIds, type ItemIds } from '../item-id.ts';
import { deliverMessage } from './deliver.ts';
import type { WellKnownFolder } from './folders.ts';
import type { Message } from './message.ts';
import { writeArrival } from './write.ts';

/** A message that left a folder, under the ids it had there. */
export interface Removal {
  folderId: string;
  ids: ItemIds;
  reason: 'deleted' | 'changed';
  /** The change of the mailbox that it was. */
  touched: number;
}

/** The messages of one mailbox, with what became of them since they were made. */
export interface MailStore {
  /** Never reordered; what comes in is added at the end. */
  readonly messages: readonly Message[];
  readonly removals: readonly Removal[];
  /** How many changes there were. */
  changeCount(): number;
  /** By either form of the id, to the letter. */
  findMessage(id: string): Message | undefined;
  change(message: Message, changes: Partial<Pick<Message, 'isRead' | 'flag'>>, now: number): void;
  move(message: Message, folder: WellKnownFolder, now: number): void;
  receive(now: number): void;
}

export function createMailStore(
  owner: Person,
  initial: readonly Message[],
  folderIds: Readonly<Record<WellKnownFolder, string>>,
): MailStore {
  const messages = [...initial];
  const removals: Removal[] = [];
  const byId = new Map<string, Message>();
  let lastNumber = messages.length;
  let arrived = 0;
  let changeCount = 0;

  function index(message: Message): void {
    byId.set(message.ids.rest, message);
    byId.set(message.ids.immutable, message);
  }

  function touch(message: Message, now: number, what: 'touched' | 'toggled' = 'touched'): void {
    changeCount += 1;
    message[what] = changeCount;
    message.version += 1;
    message.modified = now;
  }

  for (const message of messages) index(message);
  return {
    messages,
    removals,
    changeCount: () => changeCount,
    findMessage: (id) => byId.get(id),
    change(message, changes, now) {
      Object.assign(message, changes);
      touch(message, now, 'flag' in changes ? 'touched' : 'toggled');
    },
    move(message, folder, now) {
      const { ids, folderId } = message;
      touch(message, now);
      lastNumber += 1;
      byId.delete(ids.rest);
      message.ids = { rest: createItemIds(owner.oid, lastNumber).rest, immutable: ids.immutable };
      message.folderId = folderIds[folder];
      index(message);
      // What can be put back has "changed", says "Use delta query"; a client must take either for gone.
      const reason = folder === 'deleteditems' ? 'changed' : 'deleted';
      removals.push({ folderId, ids, reason, touched: changeCount });
    },
    receive(now) {
      lastNumber += 1;
      arrived += 1;
      changeCount += 1;
      const received = Math.floor(now / 1000) * 1000;
      const delivery = { owner, number: lastNumber, folderId: folderIds.inbox, isDraft: false, received };
      const message = deliverMessage(writeArrival(owner, arrived), delivery);
      message.isRead = false;
      message.touched = changeCount;
      messages.push(message);
      index(message);
    },
  };
}
