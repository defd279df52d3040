import { describe, expect, it } from 'vitest';
import {
  beginPages,
  cursorFor,
  isWhole,
  type MailPages,
  withFirstPage,
  withPage,
} from '../../../popup/mail/mail-pages.ts';
import type { MessageSummary } from '../../../src/data/mail.ts';

/** Messages by their number, the higher the newer. */
const messages = (numbers: readonly number[], isRead = false): MessageSummary[] =>
  numbers.map((number) => ({
    id: String(number),
    subject: '',
    from: null,
    receivedAt: number,
    isRead,
    isFlagged: false,
    hasAttachments: false,
  }));

const inbox = (numbers: number[], next: string | null = 'second') => ({
  messages: messages(numbers),
  next,
  unread: null,
});

interface Told {
  next?: string | null;
  left?: number;
  askedAt?: number;
  isRead?: boolean;
}

function goOn(
  pages: MailPages,
  numbers: number[],
  { next = null, left = 99, askedAt = 2, isRead = false }: Told,
): MailPages {
  const cursor = cursorFor(pages, left);
  if (!cursor) throw new Error('There is nothing to go on with.');
  return withPage(pages, { cursor, page: { messages: messages(numbers, isRead), next }, askedAt, gone: 0 });
}

const three = () => beginPages(inbox([9, 8, 7]), 1);
const six = () => goOn(three(), [6, 5, 4], { next: 'third' });

describe('A message behind the first page', () => {
  it('is as old as the oldest part of it', () => {
    expect(three().restAskedAt).toBe(1);
    expect(six().restAskedAt).toBe(2);
    expect(goOn(six(), [3], { askedAt: 5 }).restAskedAt).toBe(2);
    expect(goOn(six(), [3], { askedAt: 1 }).restAskedAt).toBe(1);
  });

  it('comes from the newer page if two pages hold it', () => {
    const pages = goOn(six(), [5, 4], { left: 5, isRead: true });
    expect(pages.rest.map(({ id, isRead }) => [id, isRead])).toEqual([
      ['6', false],
      ['5', true],
      ['4', true],
    ]);
  });

  it('is empty after one page, also if that page is read again', () => {
    const pages = withFirstPage(three(), inbox([10, 9, 8]), 3);
    expect(pages).toEqual(beginPages(inbox([10, 9, 8]), 3));
  });
});

describe('The list of messages', () => {
  it('has no next page after the last one', () => {
    const pages = beginPages(inbox([9], null), 1);
    expect([isWhole(pages), cursorFor(pages, 1)]).toEqual([true, null]);
    expect(isWhole(three())).toBe(false);
  });

  it('follows the first page after that was read again', () => {
    const pages = withFirstPage(six(), inbox([11, 10, 9], 'second anew'), 3);
    expect([cursorFor(pages, 3)?.next, cursorFor(pages, 99)?.next]).toEqual(['second anew', 'third']);
  });

  it('is behind the page that was asked again, whatever was known behind that', () => {
    const pages = goOn(six(), [6, 5], { left: 5 });
    expect([isWhole(pages), cursorFor(pages, 99)?.next]).toEqual([true, 'second']);
  });

  it('is not where it has just come from', () => {
    expect(isWhole(goOn(three(), [6], { next: 'second' }))).toBe(true);
  });
});
