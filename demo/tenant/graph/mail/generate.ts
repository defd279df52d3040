import type { Person } from '../../people.ts';
import { createRandom, type Random } from '../random.ts';
import { answerTime, createArrivals } from './arrivals.ts';
import type { Writing } from './compose.ts';
import { deliverMessage } from './deliver.ts';
import type { Flag } from './flag.ts';
import type { WellKnownFolder } from './folders.ts';
import type { Message } from './message.ts';
import { categories } from './vocabulary.ts';
import { type OwnReply, writeCorrespondence } from './write.ts';

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

/** What makes a message of the inbox look lived with. */
const chooseTraces = (received: number, age: number, random: Random) => ({
  categories: random.chance(0.12) ? [random.pick(categories)] : [],
  isRead: !isUnread(age, random),
  flag: chooseFlag(received, random),
});

/** One mailbox's mail, the same for the same owner, time and size. Ids do not depend on the time. */
export function generateMessages({ owner, now, size, folderIds }: MailPlan): Message[] {
  // Apart from each other, so that the hour of the day changes neither what is written nor what is unread.
  const randomOf = (what: string) => createRandom(`${what} of ${owner.key}`);
  const { inbox, sent, drafted, deleted } = writeCorrespondence(owner, size, randomOf('mail'));
  const pace = randomOf('arrivals');
  const traces = randomOf('traces');
  let number = 0;

  function deliver(writing: Writing, folder: WellKnownFolder, received: number): Message {
    number += 1;
    const isDraft = folder === 'drafts';
    return deliverMessage(writing, { owner, number, folderId: folderIds[folder], isDraft, received });
  }

  const arrivals = createArrivals(inbox.length, now, pace);
  const arrivalOf = new Map(inbox.map((writing, index) => [writing, arrivals[index] ?? now]));
  const answer = (folder: WellKnownFolder) => (own: OwnReply) =>
    deliver(own.reply, folder, answerTime(arrivalOf.get(own.original) ?? now, now, pace));
  const discarded = createArrivals(deleted.length, now - 20 * 3_600_000, pace);
  return [
    ...inbox.map((writing, index) => {
      const received = arrivalOf.get(writing) ?? now;
      const age = 1 - (index + 1) / inbox.length;
      return { ...deliver(writing, 'inbox', received), ...chooseTraces(received, age, traces) };
    }),
    ...sent.map(answer('sentitems')),
    ...drafted.map(answer('drafts')),
    ...deleted.map((writing, index) => deliver(writing, 'deleteditems', discarded[index] ?? now)),
  ];
}
