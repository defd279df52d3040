import { expect, it } from 'vitest';
import { groupByTime } from '../../../popup/mail/day-groups.ts';
import type { MessageSummary } from '../../../src/data/mail.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-03-04T12:00:00');

const received = (...times: string[]): MessageSummary[] =>
  times.map((time) => ({
    id: time,
    subject: '',
    from: null,
    receivedAt: at(time),
    isRead: true,
    isFlagged: false,
    hasAttachments: false,
  }));

it('puts messages under days, and after a week under months', () => {
  const messages = received(
    '2026-03-04T11:00:00',
    '2026-03-04T00:00:00',
    '2026-03-03T23:59:59',
    '2026-03-01T09:00:00',
    '2026-02-26T00:00:00',
    '2026-02-25T23:59:59',
    '2026-02-01T00:00:00',
    '2026-01-31T23:59:59',
    '2025-12-31T12:00:00',
  );
  expect(groupByTime(messages, now, 'en-GB')).toEqual([
    { first: 0, heading: 'Today' },
    { first: 2, heading: 'Yesterday' },
    { first: 3, heading: 'Sunday' },
    { first: 4, heading: 'Thursday' },
    { first: 5, heading: 'February' },
    { first: 7, heading: 'January' },
    { first: 8, heading: 'December 2025' },
  ]);
});

it('puts messages from the future of a wrong clock under today', () => {
  const messages = received('2026-03-06T11:00:00', '2026-03-04T11:00:00');
  expect(groupByTime(messages, now, 'en-GB')).toEqual([{ first: 0, heading: 'Today' }]);
});

it('has no headings without messages', () => {
  expect(groupByTime([], now)).toEqual([]);
});
