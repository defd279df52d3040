import { describe, expect, it, vi } from 'vitest';
import { layOutDay } from '../../../popup/today/day-line.ts';
import { meetingTime, nextMeeting, timeUntil } from '../../../popup/today/next-meeting.ts';
import { type Source, sharedObstacle, summarise } from '../../../popup/today/standing.ts';
import type { CalendarEvent } from '../../../src/data/calendar.ts';
import type { Reason } from '../../../src/errors.ts';
import { at, event } from './event.ts';

const DAY = 24 * 3_600_000;
const noon = at('12:00');
const midnight = at('00:00');
const hoursOf = (...events: CalendarEvent[]) =>
  layOutDay(events, noon).hours.map((hour) => new Date(hour.at).getHours());
const lanesOf = (...events: CalendarEvent[]) =>
  layOutDay(events, noon).blocks.map(({ event: { id }, lane, lanes }) => [id, lane, lanes]);

describe('The line of a day', () => {
  it('has nothing that ends with its first moment, or begins with the next day', () => {
    const before = { ...event('before', '00:00', '00:00'), start: midnight - 1 };
    const after = { ...event('after', '00:00', '00:00'), start: midnight + DAY, end: midnight + DAY + 1 };
    expect(layOutDay([before, after], noon).blocks).toEqual([]);
    const fair = { ...before, start: midnight - DAY, isAllDay: true };
    expect(layOutDay([fair, { ...fair, end: midnight - 1 }], noon).allDay).toEqual([]);
  });

  it('has events in the order of their beginning, the longer first', () => {
    const events = [
      event('late', '11:00', '12:00'),
      event('short', '09:00', '09:30'),
      event('long', '09:00', '10:00'),
    ];
    expect(lanesOf(...events)).toEqual([
      ['long', 0, 2],
      ['short', 1, 2],
      ['late', 0, 1],
    ]);
  });

  it('has the present from its first moment to its last', () => {
    expect(layOutDay([], at('07:00')).now).toBe(0);
    expect(layOutDay([], at('19:00')).now).toBe(1);
  });

  it('goes on to midnight for what lasts until then', () => {
    const late = { ...event('late', '22:00', '22:00'), end: midnight + DAY };
    expect(hoursOf(late)).toEqual([8, 12, 16, 20]);
    expect(layOutDay([late], noon).blocks).toMatchObject([{ start: 15 / 17, end: 1 }]);
  });

  it('has every second hour if it has up to fourteen, and none at its ends', () => {
    expect(hoursOf(event('late', '20:00', '21:00'))).toEqual([8, 10, 12, 14, 16, 18, 20]);
    expect(hoursOf(event('late', '19:00', '20:00'))).toEqual([8, 10, 12, 14, 16, 18]);
    expect(hoursOf(event('early', '06:00', '06:30'))).toEqual([8, 10, 12, 14, 16, 18]);
    expect(hoursOf(event('late', '21:00', '21:01'))).toEqual([8, 12, 16, 20]);
  });
});

describe('The next meeting', () => {
  it('is one that begins this moment', () => {
    const now = at('09:00');
    const [one, other] = [event('one', '09:00', '10:00'), event('other', '09:00', '09:30')];
    expect(nextMeeting([one, event('later', '11:00', '12:00')], now)?.id).toBe('one');
    expect(nextMeeting([one, other], now)?.id).toBe('other');
  });
});

describe('The time of a meeting', () => {
  const now = at('08:00');
  const time = (part: Partial<CalendarEvent>) =>
    meetingTime({ ...event('review', '11:00', '12:00'), ...part }, now, 'en-GB');

  it('is from when to when, without a day if that is today', () => {
    expect(time({})).toMatch(/^11:00\s?–\s?12:00$/);
    expect(time({ start: at('07:00') })).toMatch(/^07:00\s?–\s?12:00$/);
  });

  it('is only when it begins if it has no length, or goes into another day', () => {
    expect(time({ end: at('11:00') })).toBe('11:00');
    expect(time({ end: at('12:00') + DAY })).toBe('11:00');
    expect(time({ end: at('10:00') })).toBe('11:00');
  });

  it('has no day if it began on an earlier one', () => {
    expect(time({ start: at('23:00') - DAY })).toBe('23:00');
  });

  it('shows the time that is left in the words of the language', () => {
    expect(timeUntil(at('10:00'), at('08:55'), 'de')).toMatch(/^1 Std\.?,? (und )?5 Min\.?$/);
  });
});

describe('The page of today', () => {
  const part = (reason: Reason | null, readAt: number | null = null, isLoading = false) => ({
    data: readAt === null ? null : 'data',
    readAt,
    obstacle: reason && { reason },
    reply: null,
    isLoading,
    reload: vi.fn<() => void>(),
  });
  const page = (calendar = part(null, 1), mail = part(null, 2)): Record<Source, ReturnType<typeof part>> => ({
    calendar,
    mail,
    tasks: part('not-found'),
    files: part('not-found'),
  });

  it('has nothing to say at once if every part waits for a permission', () => {
    expect(sharedObstacle([part('consent-missing'), part('paused')])).toBeNull();
    expect(sharedObstacle([])).toBeNull();
  });

  it('is being read as long as any part of it is', () => {
    expect(summarise(page()).isLoading).toBe(false);
    expect(summarise(page(part(null, 1, true))).isLoading).toBe(true);
  });

  it('reports the obstacle of each part that is shown', () => {
    expect(summarise(page(part(null, 1), part('throttled', 2))).beside).toEqual({ reason: 'throttled' });
    expect(summarise(page()).beside).toBeNull();
  });

  it('is of no age if nothing of it tells when it was read', () => {
    const timeless = { ...part(null, 1), readAt: null };
    expect(summarise(page(timeless, timeless))).toMatchObject({ data: true, readAt: null });
  });

  it('requests all of its parts again', () => {
    const parts = page();
    summarise(parts).reload();
    for (const { reload } of Object.values(parts)) expect(reload).toHaveBeenCalledOnce();
  });
});
