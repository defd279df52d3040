import { createHash } from 'node:crypto';
import type { Person } from '../../people.ts';
import { createConversationId, createItemIds } from '../item-id.ts';
import { createRandom, type Random } from '../random.ts';
import { createArrivals } from './arrivals.ts';
import type { Writing } from './compose.ts';
import type { Flag } from './flag.ts';
import { folderKeys, type WellKnownFolder } from './folders.ts';
import type { Message } from './message.ts';
import { categories } from './vocabulary.ts';
import { writeCorrespondence } from './write.ts';

/** Whose mailbox, and how much is in it. */
export interface MailPlan {
  owner: Person;
  /** Epoch milliseconds: all dates are counted back from here. */
  now: number;
  /** Messages in the inbox. */
  size: number;
  folderIds: Readonly<Record<WellKnownFolder, string>>;
}

/** The newer, the less likely to have been read; `age` is 0 for the newest and 1 for the oldest. */
const isUnread = (age: number, random: Random) => random.chance(age < 0.1 ? 0.8 : age < 0.35 ? 0.4 : 0.08);

function chooseFlag(received: number, random: Random): Flag {
  const roll = random.next();
  if (roll < 0.1) return { flagStatus: 'flagged' };
  if (roll > 0.13) return { flagStatus: 'notFlagged' };
  const dateTime = `${new Date(received).toISOString().slice(0, 10)}T00:00:00.0000000`;
  return { flagStatus: 'complete', completedDateTime: { dateTime, timeZone: 'UTC' } };
}

function createInternetMessageId(owner: Person, number: number, address: string): string {
  const name = createHash('sha256').update(`${owner.oid} ${number}`).digest('hex').slice(0, 32);
  return `<${name}@${address.split('@')[1]}>`;
}

/** One mailbox's mail, the same for the same owner, time and size. Ids depend on the owner alone. */
export function generateMessages({ owner, now, size, folderIds }: MailPlan): Message[] {
  const random = createRandom(`mail of ${owner.key}`);
  const correspondence = writeCorrespondence(owner, size, random);
  let number = 0;

  function deliver(writing: Writing, folder: WellKnownFolder, received: number, age: number): Message {
    number += 1;
    const { topic, blocks, quoted, isPlain, from } = writing;
    const contentType = isPlain ? 'text' : 'html';
    const isInbox = folder === 'inbox';
    return {
      ids: createItemIds(owner.oid, number),
      folderId: folderIds[folder],
      conversationId: createConversationId(owner.oid, topic),
      internetMessageId: createInternetMessageId(owner, number, from.address),
      subject: writing.subject,
      body: { contentType, blocks: [...blocks, ...quoted] },
      ownBody: { contentType, blocks },
      from,
      to: writing.to,
      cc: writing.cc,
      received,
      importance: writing.importance,
      categories: isInbox && random.chance(0.12) ? [random.pick(categories)] : [],
      inference: from.signature === null ? 'other' : 'focused',
      hasAttachments: writing.hasAttachments,
      isDraft: folder === 'drafts',
      isRead: !(isInbox && isUnread(age, random)),
      flag: isInbox ? chooseFlag(received, random) : { flagStatus: 'notFlagged' },
      modified: received,
      version: 0,
    };
  }

  return folderKeys.flatMap((folder) => {
    const writings = correspondence[folder];
    const arrivals = createArrivals(writings.length, now, random);
    return writings.map((writing, index) =>
      deliver(writing, folder, arrivals[index] ?? now, 1 - (index + 1) / writings.length),
    );
  });
}
