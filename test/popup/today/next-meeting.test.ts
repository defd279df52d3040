import { describe, expect, it } from 'vitest';
import { meetingTime, nextMeeting, timeUntil } from '../../../popup/today/next-meeting.ts';
import type { CalendarEvent } from '../../../src/data/calendar.ts';
import { at, event } from './event.ts';

const nextAt = (time: string, ...events: CalendarEvent[]) => nextMeeting(events, at(time))?.id ?? null;

describe('The next meeting', () => {
  const standUp = event('stand-up', '09:00', '09:30');
  const review = event('review', '11:00', '12:00');

  it.each<[string, string, string | null]>([
    ['is the first that is to come', '08:00', 'stand-up'],
    ['is the one that goes on', '09:10', 'stand-up'],
    ['is over at its end', '09:30', 'review'],
    ['is none after the last', '12:00', null],
  ])('is chosen by the clock: it %s', (_, time, id) => {
    expect(nextAt(time, review, standUp)).toBe(id);
  });

  it('is the one that begins in ten minutes, although another has begun', () => {
    const long = event('long', '09:00', '12:00');
    expect(nextAt('10:49', long, review)).toBe('long');
    expect(nextAt('10:50', long, review)).toBe('review');
  });

  it('is the later one of two that have begun', () => {
    expect(nextAt('11:30', event('long', '09:00', '12:00'), review)).toBe('review');
  });

  it.each<[string, Partial<CalendarEvent>]>([
    ['was cancelled', { isCancelled: true }],
    ['was declined', { response: 'declined' }],
    ['takes all day', { isAllDay: true }],
  ])('is none that %s', (_, part) => {
    expect(nextAt('08:00', event('none', '09:00', '09:30', part), review)).toBe('review');
  });
});

it.each([
  ['09:59', '1 min'],
  ['09:15', '45 min'],
  ['09:00', '1 hr'],
  ['07:55', '2 hr 5 min'],
])('writes the time from %s to ten o’clock as %s', (from, words) => {
  expect(timeUntil(at('10:00'), at(from), 'en-GB').replace('hrs', 'hr').replace('mins', 'min')).toBe(words);
});

it('counts a minute that has begun', () => {
  expect(timeUntil(at('10:00'), at('09:59') + 59_000, 'en-US')).toBe('1 min');
});

it('names the day of a meeting that is not today', () => {
  const review = event('review', '11:00', '12:00');
  expect(meetingTime(review, at('08:00'), 'de')).not.toMatch(/Morgen/);
  expect(meetingTime(review, at('08:00') - 86_400_000, 'de')).toMatch(/^Morgen, 11:00.*12:00/);
});
