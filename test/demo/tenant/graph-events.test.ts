import { describe, expect, it } from 'vitest';
import { asText } from '../../../demo/tenant/graph/body.ts';
import { generateEvents } from '../../../demo/tenant/graph/calendar/generate.ts';
import { dateIn, instantAt, wallTime } from '../../../demo/tenant/graph/time-zone.ts';
import { createPeople, type Person } from '../../../demo/tenant/people.ts';

const people = createPeople();
const day = 86_400_000;
/** A Sunday night, a working morning, and both nights on which the clocks of the trust change. */
const times = [
  '2026-09-20T23:50:00Z',
  '2026-09-24T09:07:31Z',
  '2026-03-29T00:30:00Z',
  '2026-10-25T00:30:00Z',
].map((time) => Date.parse(time));

const calendarsOf = (owners: readonly Person[]) =>
  owners.flatMap((owner) =>
    times.map((now) => [owner.key, new Date(now).toISOString(), { owner, now }] as const),
  );
const staff = people.filter(({ kind }) => kind !== 'personal');

describe.each(calendarsOf(people))('The calendar of %s on %s', (_key, _time, { owner, now }) => {
  const events = generateEvents({ owner, now });

  it('is the same each time', () => {
    expect(generateEvents({ owner, now })).toEqual(events);
  });

  it('has an event around now, and one on the whole day', () => {
    const isNear = (start: number) => Math.abs(start - now) <= 30 * 60_000;
    expect(events.some(({ start, isAllDay }) => !isAllDay && isNear(start))).toBe(true);
    expect(events.some(({ start, end, isAllDay }) => isAllDay && start <= now && end > now)).toBe(true);
  });

  it('ends no event before its start', () => {
    for (const { start, end } of events) expect(end).toBeGreaterThan(start);
  });

  it('has whole days from midnight to midnight, even when the clocks change', () => {
    for (const { start, end } of events.filter(({ isAllDay }) => isAllDay)) {
      for (const instant of [start, end]) expect(wallTime(instant, 'Europe/London')).toMatch(/T00:00:00$/);
    }
  });

  it('has a unique id for each event, on any day', () => {
    expect(new Set(events.map(({ ids }) => ids.rest)).size).toBe(events.length);
    const idsOn = (instant: number) =>
      generateEvents({ owner, now: instant })
        .filter(({ type }) => type !== 'occurrence')
        .map(({ subject, ids }) => [subject, ids]);
    expect(idsOn(now + 3 * day)).toEqual(idsOn(now));
  });

  it('repeats its events in the coming days, at the same hour', () => {
    const series = events.filter(({ type }) => type === 'seriesMaster');
    for (const { ids } of series) {
      const dates = events.filter(({ master }) => master?.rest === ids.rest);
      expect(dates.some(({ start }) => start > now && start < now + 8 * day)).toBe(true);
      expect(new Set(dates.map(({ start }) => wallTime(start, 'Europe/London').slice(11))).size).toBe(1);
    }
    expect(series.length).toBeGreaterThan(0);
  });
});

describe.each(calendarsOf(staff))('At work, the calendar of %s on %s', (_key, _time, { owner, now }) => {
  const events = generateEvents({ owner, now });

  it('has Teams meetings to join', () => {
    const joinUrls = events.flatMap(({ joinUrl }) => (joinUrl === null ? [] : [joinUrl]));
    expect(joinUrls.length).toBeGreaterThan(1);
    for (const joinUrl of joinUrls) {
      expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3ameeting_/);
    }
  });

  it('has a meeting that begins within 25 minutes, and one that has begun', () => {
    const meetings = events.filter(
      ({ isAllDay, isCancelled, attendees }) => !isAllDay && !isCancelled && attendees.length > 0,
    );
    expect(meetings.some(({ start }) => start > now && start <= now + 25 * 60_000)).toBe(true);
    expect(meetings.some(({ start, end }) => start <= now && end > now - 15 * 60_000)).toBe(true);
  });

  it('has an event on the weekend', () => {
    const days = events
      .filter(({ type, isAllDay }) => type !== 'seriesMaster' && !isAllDay)
      .filter(({ start }) => start > now && start < now + 8 * day)
      .map(({ start }) => new Date(start).getUTCDay());
    expect(days).toEqual(expect.arrayContaining([0, 6]));
  });

  it('has links of every service, in the place or in the invitation', () => {
    const told = events.map(({ place, body }) => `${place} ${asText(body.blocks)}`).join(' ');
    expect(told).toMatch(/https:\/\/us02web\.zoom\.us\/j\/\d{11}\?pwd=[\w-]{32}/);
    expect(told).toMatch(/https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}(?![a-z-])/);
    expect(told).toMatch(/https:\/\/fernleigh\.webex\.com\/fernleigh\/j\.php\?MTID=m[0-9a-f]{32}/);
    for (const { joinUrl, place } of events) {
      if (place?.startsWith('https:')) expect(joinUrl).toBeNull();
    }
  });

  it('has private and cancelled events, every answer, and every status', () => {
    expect(events.some(({ isPrivate }) => isPrivate)).toBe(true);
    expect(events.some(({ isCancelled }) => isCancelled)).toBe(true);
    expect(new Set(events.map(({ response }) => response))).toEqual(
      new Set(['organizer', 'accepted', 'tentativelyAccepted', 'declined', 'notResponded']),
    );
    expect(new Set(events.map(({ showAs }) => showAs))).toEqual(
      new Set(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
    );
  });

  it('covers the next seven days', () => {
    const ahead = events.filter(({ type }) => type !== 'seriesMaster').map(({ start }) => start - now);
    for (let days = 0; days < 7; days += 1) {
      expect(ahead.some((wait) => wait >= (days - 1) * day && wait < (days + 1) * day)).toBe(true);
    }
  });
});

describe('The time zone of the organisation', () => {
  it.each([
    ['2026-01-15', '09:00', '2026-01-15T09:00:00Z'],
    ['2026-07-15', '09:00', '2026-07-15T08:00:00Z'],
    ['2026-03-30', '00:00', '2026-03-29T23:00:00Z'],
    ['2026-10-25', '00:00', '2026-10-24T23:00:00Z'],
  ])('takes %s at %s as %s', (date, time, instant) => {
    expect(instantAt(date, time, 'Europe/London')).toBe(Date.parse(instant));
    expect(dateIn(Date.parse(instant), 'Europe/London')).toBe(date);
  });
});
