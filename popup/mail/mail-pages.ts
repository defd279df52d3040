import type { Inbox, MailPage, MessageSummary } from '../../src/data/mail.ts';

/** Where to go on: what to ask, and how many messages come before the answer. At the end there is nothing to ask. */
export interface Cursor {
  at: number;
  next: string | null;
}

/** The messages of the inbox as far as they have been read, as Graph has told them. */
export interface MailPages {
  first: MessageSummary[];
  rest: MessageSummary[];
  /** When each was asked for (epoch ms): what was changed later is not in it. Of the rest, its oldest part counts. */
  firstAskedAt: number;
  restAskedAt: number;
  cursors: readonly Cursor[];
}

/** The first page by itself. */
export function beginPages({ messages, next }: Inbox, askedAt: number): MailPages {
  return {
    first: messages,
    rest: [],
    firstAskedAt: askedAt,
    restAskedAt: askedAt,
    cursors: [{ at: messages.length, next }],
  };
}

/**
 * A first page that has been read anew, with what was known to come behind it. Where nothing of what was known is in
 * it, nobody can tell what lies between, and the list begins again.
 */
export function withFirstPage(pages: MailPages, inbox: Inbox, askedAt: number): MailPages {
  const ids = idsOf(inbox.messages);
  const before = [...pages.first, ...pages.rest];
  const last = before.findLastIndex(({ id }) => ids.has(id));
  if (pages.rest.length === 0 || inbox.next === null || last < 0) return beginPages(inbox, askedAt);
  return {
    first: inbox.messages,
    rest: before.slice(last + 1),
    firstAskedAt: askedAt,
    restAskedAt: Math.min(pages.restAskedAt, pages.firstAskedAt),
    cursors: [{ at: inbox.messages.length, next: inbox.next }, ...pages.cursors.slice(1)],
  };
}

/** A page of the list, and what it was asked for with. */
interface Answer {
  cursor: Cursor;
  page: MailPage;
  askedAt: number;
  /** How many of the messages that are known had been archived by then. */
  gone: number;
}

/** What is known with another page, which may tell of messages that are known already. */
export function withPage(pages: MailPages, { cursor, page, askedAt, gone }: Answer): MailPages {
  const told = new Map(page.messages.map((message) => [message.id, message]));
  const known = idsOf([...pages.first, ...pages.rest]);
  const rest = pages.rest.map((message) => told.get(message.id) ?? message);
  const fresh = page.messages.filter(({ id }) => !known.has(id));
  const all = [...rest, ...fresh].sort((one, other) => other.receivedAt - one.receivedAt);
  // A page that leads to itself leads nowhere.
  const next = page.next === cursor.next ? null : page.next;
  return {
    ...pages,
    rest: all,
    restAskedAt: pages.rest.length === 0 ? askedAt : Math.min(pages.restAskedAt, askedAt),
    cursors: [
      ...pages.cursors.slice(0, pages.cursors.indexOf(cursor) + 1),
      { at: pages.first.length + all.length - gone, next },
    ],
  };
}

/** How many messages are known, those that were archived meanwhile among them. */
export function countKnown({ first, rest }: MailPages): number {
  return first.length + rest.length;
}

/** Whether there is nothing behind what is known. */
export function isWhole({ cursors }: MailPages): boolean {
  return cursors.at(-1)?.next === null;
}

/**
 * Where to go on with so many messages left of those that are known; null where that is the beginning. Graph counts its
 * pages from the top of the folder: each message that was archived moves all of them, and to go on as if it were
 * there would leave one out. A page that is read twice does no harm.
 */
export function cursorFor({ cursors }: MailPages, left: number): Cursor | null {
  return cursors.findLast(({ at, next }) => at <= left && next !== null) ?? null;
}

const idsOf = (messages: readonly MessageSummary[]) => new Set(messages.map(({ id }) => id));
