import { describe, expect, it } from 'vitest';
import {
  beginPages,
  countKnown,
  cursorFor,
  isWhole,
  type MailPages,
  withFirstPage,
  withPage,
} from '../../../popup/mail/mail-pages.ts';
import type { MessageSummary } from '../../../src/data/mail.ts';

/** Messages by their number, the higher the newer. */
const messages = (...numbers: number[]): MessageSummary[] =>
  numbers.map((number) => ({
    id: String(number),
    subject: '',
    from: null,
    receivedAt: number,
    isRead: false,
    isFlagged: false,
    hasAttachments: false,
  }));

const inbox = (numbers: number[], next: string | null = 'second') => ({
  messages: messages(...numbers),
  next,
  unread: null,
});
const idsOf = ({ first, rest }: MailPages) => [...first, ...rest].map(({ id }) => Number(id));

function goOn(pages: MailPages, numbers: number[], next: string | null, left = countKnown(pages)) {
  const cursor = cursorFor(pages, left);
  if (!cursor) throw new Error('There is nothing to go on with.');
  const page = { messages: messages(...numbers), next };
  return withPage(pages, { cursor, page, askedAt: 2, gone: countKnown(pages) - left });
}

const three = () => beginPages(inbox([9, 8, 7]), 1);
const six = () => goOn(three(), [6, 5, 4], 'third');

describe('The next page', () => {
  it('is added behind the known messages, and names the next one', () => {
    expect(idsOf(six())).toEqual([9, 8, 7, 6, 5, 4]);
    expect(cursorFor(six(), 6)?.next).toBe('third');
    expect(isWhole(six())).toBe(false);
  });

  it('is the last if no other follows', () => {
    const whole = goOn(six(), [3], null);
    expect(isWhole(whole)).toBe(true);
    expect(isWhole(goOn(three(), [], null))).toBe(true);
  });

  it('ends the list if it links to itself', () => {
    expect(isWhole(goOn(three(), [6], 'second'))).toBe(true);
  });

  it('can be empty and still link to another', () => {
    expect(cursorFor(goOn(three(), [], 'third'), 3)?.next).toBe('third');
  });

  it('shows each message once, in its latest version and at its place', () => {
    const pages = goOn(six(), [5, 4, 3], 'fourth', 5);
    expect(idsOf(pages)).toEqual([9, 8, 7, 6, 5, 4, 3]);
    const between = goOn(six(), [4.5, 4, 3], null, 5);
    expect(idsOf(between)).toEqual([9, 8, 7, 6, 5, 4.5, 4, 3]);
  });
});

describe('The list after messages were archived', () => {
  it('asks for the last page again, so that no message is left out', () => {
    expect(cursorFor(six(), 5)?.next).toBe('second');
    const again = goOn(six(), [5, 4, 3], 'third', 5);
    expect(idsOf(again)).toContain(3);
    expect(cursorFor(again, 6)?.next).toBe('third');
  });

  it('reads the first page again if messages of that page were archived', () => {
    expect(cursorFor(three(), 2)).toBeNull();
  });
});

describe('A first page that is read again', () => {
  it('adds new messages above the known ones', () => {
    const pages = withFirstPage(six(), inbox([11, 10, 9]), 3);
    expect(idsOf(pages)).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
    expect(cursorFor(pages, 8)?.next).toBe('third');
    // What has slipped out of the first page is as old as that was.
    expect(pages.restAskedAt).toBe(1);
  });

  it('drops deleted messages', () => {
    expect(idsOf(withFirstPage(six(), inbox([10, 9, 7]), 3))).toEqual([10, 9, 7, 6, 5, 4]);
  });

  it('begins the list again if it does not overlap with the known messages, or nothing follows', () => {
    expect(idsOf(withFirstPage(six(), inbox([99, 98, 97]), 3))).toEqual([99, 98, 97]);
    expect(idsOf(withFirstPage(six(), inbox([9, 8], null), 3))).toEqual([9, 8]);
  });
});
