import type { Clock } from '../clock.ts';
import type { Person } from '../people.ts';
import type { CalendarEvent } from './calendar/event.ts';
import { generateEvents } from './calendar/generate.ts';
import { createFolderId } from './item-id.ts';
import type { WellKnownFolder } from './mail/folders.ts';
import { generateMessages } from './mail/generate.ts';
import type { Message } from './mail/message.ts';

/** What Exchange keeps for one person. */
export interface Mailbox {
  folderIds: Readonly<Record<WellKnownFolder, string>>;
  /** The folder that all others are in. */
  rootId: string;
  messages: readonly Message[];
  events: readonly CalendarEvent[];
  /** By either form of the id, to the letter. */
  findMessage(id: string): Message | undefined;
  findEvent(id: string): CalendarEvent | undefined;
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
  };
  const messages = generateMessages({ owner, now, size, folderIds });
  const events = generateEvents({ owner, now });
  const index = <Item extends Message | CalendarEvent>(items: readonly Item[]) =>
    new Map(items.flatMap((item) => [[item.ids.rest, item] as const, [item.ids.immutable, item] as const]));
  const messageById = index(messages);
  const eventById = index(events);
  return {
    folderIds,
    rootId: createFolderId(owner.oid, 'msgfolderroot'),
    messages,
    events,
    findMessage: (id) => messageById.get(id),
    findEvent: (id) => eventById.get(id),
  };
}

/** A store with so many messages in each inbox; a personal account has a fifth of that. */
export function createMailboxes(clock: Clock, size = 60): Mailboxes {
  const mailboxes = new Map<string, Mailbox>();
  return {
    of(person) {
      const known = mailboxes.get(person.key);
      if (known) return known;
      const mine = person.kind === 'personal' ? Math.ceil(size / 5) : size;
      const mailbox = createMailbox(person, clock.now(), mine);
      mailboxes.set(person.key, mailbox);
      return mailbox;
    },
    clear: () => mailboxes.clear(),
  };
}
