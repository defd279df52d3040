import type { Clock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { Person } from '../people.ts';
import { type CalendarStore, createCalendarStore } from './calendar/calendar-store.ts';
import { generateEvents } from './calendar/generate.ts';
import { runErrand } from './errands.ts';
import { createFolderId } from './item-id.ts';
import type { WellKnownFolder } from './mail/folders.ts';
import { generateMessages } from './mail/generate.ts';
import { createMailStore, type MailStore } from './mail/mail-store.ts';

/** What Exchange keeps for one person. */
export interface Mailbox extends MailStore, CalendarStore {
  /** Another one after every reset, so that no state of a delta query outlives the mailbox it was about. */
  stamp: string;
  folderIds: Readonly<Record<WellKnownFolder, string>>;
  /** The folder that all others are in. */
  rootId: string;
}

/** The mailboxes of one tenant, made when they are first read. */
export interface Mailboxes {
  of(person: Person): Mailbox;
  /** Forgets every change; the next read makes everything anew, counted from the time it is then. */
  clear(): void;
}

function createMailbox(owner: Person, now: number, size: number): Mailbox {
  const folder = (name: WellKnownFolder) => createFolderId(owner.oid, name);
  const folderIds = {
    inbox: folder('inbox'),
    sentitems: folder('sentitems'),
    drafts: folder('drafts'),
    deleteditems: folder('deleteditems'),
    archive: folder('archive'),
  };
  return {
    stamp: crypto.randomUUID(),
    folderIds,
    rootId: createFolderId(owner.oid, 'msgfolderroot'),
    ...createMailStore(owner, generateMessages({ owner, now, size, folderIds }), folderIds),
    ...createCalendarStore(generateEvents({ owner, now })),
  };
}

/**
 * A store with so many messages in each inbox; a personal account has a fifth of that. What has come in since and what
 * else has happened, by the person's key, shows when the mailbox is next asked for: first the mail.
 */
export function createMailboxes(
  clock: Clock,
  size = 60,
  outside: () => Partial<Pick<Faults, 'arrivals' | 'errands'>> = () => ({}),
): Mailboxes {
  const mailboxes = new Map<string, { mailbox: Mailbox; received: number; run: number }>();

  function open(person: Person) {
    const mine = person.kind === 'personal' ? Math.ceil(size / 5) : size;
    const opened = { mailbox: createMailbox(person, clock.now(), mine), received: 0, run: 0 };
    mailboxes.set(person.key, opened);
    return opened;
  }

  return {
    of(person) {
      const opened = mailboxes.get(person.key) ?? open(person);
      const { arrivals = {}, errands = {} } = outside();
      for (; opened.received < (arrivals[person.key] ?? 0); opened.received += 1) {
        opened.mailbox.receive(clock.now());
      }
      for (const errand of errands[person.key]?.slice(opened.run) ?? []) {
        opened.run += 1;
        runErrand(opened.mailbox, person, errand, clock.now());
      }
      return opened.mailbox;
    },
    clear: () => mailboxes.clear(),
  };
}
