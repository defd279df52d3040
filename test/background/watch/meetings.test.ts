import { beforeEach, describe, expect, it } from 'vitest';
import { listMeetings, readMeetings } from '../../../background/watch/meetings.ts';
import { meetingsOf } from '../../../src/storage.ts';
import type { Meeting, Meetings } from '../../../src/watch-memory.ts';
import { resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeGraph, type Said } from '../graph/fake-graph.ts';
import { HOUR, ID, MINUTE, meetingOf, NOW } from './signed-in.ts';

const AHEAD = 36 * HOUR;
const VIEW = '/me/calendarView';
const graphTime = (at: number) => ({ dateTime: new Date(at).toISOString().slice(0, 19), timeZone: 'UTC' });
const event = (id: string, start = NOW + HOUR, part: object = {}) => ({
  id,
  type: 'singleInstance',
  subject: id,
  start: graphTime(start),
  end: graphTime(start + 30 * MINUTE),
  showAs: 'busy',
  responseStatus: { response: 'accepted' },
  ...part,
});
const meeting = (id: string, start = NOW + HOUR, part: Partial<Meeting> = {}) =>
  meetingOf({ id, subject: id, start, end: start + 30 * MINUTE, ...part });
const known = (part: Partial<Meetings> = {}): Meetings => ({
  from: NOW - HOUR,
  until: NOW + 20 * HOUR,
  next: `${VIEW}/delta?token=1`,
  events: [],
  series: [],
  ...part,
});

const page = (...value: unknown[]): Said => ({
  body: { value, '@odata.deltaLink': `https://graph.microsoft.com/v1.0${VIEW}/delta?token=2` },
});
const NEXT = `${VIEW}/delta?token=2`;

beforeEach(resetFakeBrowser);

describe('The meetings to come', () => {
  it('are read whole at first, for a day and a half, in UTC and in pages', async () => {
    const graph = fakeGraph(() => page(event('late', NOW + 2 * HOUR), event('soon')));
    expect(await readMeetings(graph, ID, NOW)).toEqual({
      from: NOW,
      until: NOW + AHEAD,
      next: NEXT,
      events: [meeting('soon'), meeting('late', NOW + 2 * HOUR)],
      series: [],
    });
    const [asked] = graph.asked;
    expect(asked).toMatchObject({
      accountId: ID,
      purpose: 'calendar',
      prefer: ['IdType="ImmutableId"', 'outlook.timezone="UTC"', 'odata.maxpagesize=50'],
    });
    const url = new URL(`https://graph.example${asked?.path}`);
    expect([url.pathname, Object.fromEntries(url.searchParams)]).toEqual([
      `${VIEW}/delta`,
      {
        startDateTime: new Date(NOW).toISOString(),
        endDateTime: new Date(NOW + AHEAD).toISOString(),
      },
    ]);
  });

  it('are what has changed since, with what was known', async () => {
    await meetingsOf(ID).set(known({ events: [meeting('stays'), meeting('moves'), meeting('goes')] }));
    const graph = fakeGraph(() =>
      page(event('moves', NOW + 3 * HOUR), { id: 'goes', '@removed': { reason: 'deleted' } }, event('new')),
    );
    const read = await readMeetings(graph, ID, NOW);
    expect(graph.asked.map(({ path }) => path)).toEqual([`${VIEW}/delta?token=1`]);
    expect(read).toEqual({
      ...known(),
      next: NEXT,
      events: [meeting('stays'), meeting('new'), meeting('moves', NOW + 3 * HOUR)],
    });
  });

  it.each([
    ['twelve hours of them are left', NOW + 12 * HOUR, NOW - HOUR, true],
    ['less is left', NOW + 12 * HOUR - 1, NOW - HOUR, false],
    ['they begin now', NOW + 20 * HOUR, NOW, true],
    ['they begin later, by a clock that was put back', NOW + 20 * HOUR, NOW + 1, false],
  ])('if %s are asked for by what has changed: %#', async (_when, until, from, isCurrent) => {
    await meetingsOf(ID).set(known({ from, until }));
    const read = await readMeetings(
      fakeGraph(() => page()),
      ID,
      NOW,
    );
    expect([read.from, read.until]).toEqual(isCurrent ? [from, until] : [NOW, NOW + AHEAD]);
  });

  it('are read whole again if Graph has forgotten what it told', async () => {
    await meetingsOf(ID).set(known({ events: [meeting('old')] }));
    const graph = fakeGraph((path) =>
      path.includes('token=1') ? { body: null, status: 410 } : page(event('new')),
    );
    const read = await readMeetings(graph, ID, NOW);
    expect(read).toMatchObject({ from: NOW, events: [meeting('new')] });
    expect(graph.asked).toHaveLength(2);
  });

  it('are Microsoft’s fault if Graph forgets even that', async () => {
    const graph = fakeGraph(() => ({ body: null, status: 410 }));
    await expect(readMeetings(graph, ID, NOW)).rejects.toMatchObject({
      reason: 'microsoft-unavailable',
      detail: 'delta',
    });
  });

  it('are the view alone for a mailbox that tells no changes, then and from then on', async () => {
    const graph = fakeGraph((path) =>
      path.startsWith(`${VIEW}/delta`) ? { reason: 'no-access' } : { body: { value: [event('one')] } },
    );
    const viewed = { from: NOW, until: NOW + AHEAD, events: [meeting('one')], series: [], next: null };
    expect(await readMeetings(graph, ID, NOW)).toEqual(viewed);
    expect(graph.paths).toEqual([`${VIEW}/delta`, VIEW]);
    await meetingsOf(ID).set(viewed);
    expect(await readMeetings(graph, ID, NOW + MINUTE)).toMatchObject({ from: NOW + MINUTE, next: null });
    expect(graph.paths.slice(2)).toEqual([VIEW]);
  });

  it('fail as Graph does', async () => {
    const graph = fakeGraph(() => ({ reason: 'throttled' }));
    await expect(readMeetings(graph, ID, NOW)).rejects.toMatchObject({ reason: 'throttled' });
  });

  it('are without those that are outside of what was asked for', async () => {
    await meetingsOf(ID).set(known({ events: [meeting('over', NOW - 3 * HOUR)] }));
    const read = await readMeetings(
      fakeGraph(() =>
        page(
          event('ends now', NOW - 90 * MINUTE),
          event('begins at the end', NOW + 20 * HOUR),
          event('begins before it', NOW + 20 * HOUR - 1000),
        ),
      ),
      ID,
      NOW,
    );
    expect(read.events.map(({ id }) => id)).toEqual(['ends now', 'begins before it']);
  });

  it('are no more than 200, the first ones', async () => {
    const many = Array.from({ length: 201 }, (_, at) => event(`e${at}`, NOW + HOUR + at * MINUTE));
    const graph = fakeGraph(() => page(...many));
    const { events } = await readMeetings(graph, ID, NOW);
    expect([events.length, events[0]?.id, events.at(-1)?.id]).toEqual([200, 'e0', 'e199']);
    const masters = many.map((each) => ({ ...each, type: 'seriesMaster' }));
    const { series } = await readMeetings(
      fakeGraph(() => page(...masters)),
      ID,
      NOW,
    );
    expect([series.length, series[0]?.id]).toEqual([200, 'e1']);
  });

  it('hold no words or links that are longer than a reminder takes', async () => {
    const link = (length: number) => `https://zoom.us/${'a'.repeat(length - 'https://zoom.us/'.length)}`;
    const graph = fakeGraph(() =>
      page(
        event('fits', NOW + HOUR, {
          subject: 's'.repeat(201),
          location: { displayName: 'l'.repeat(201) },
          onlineMeeting: { joinUrl: link(2048) },
          webLink: 'https://outlook.office.com/1',
        }),
        event('is longer', NOW + HOUR, { onlineMeeting: { joinUrl: link(2049) } }),
      ),
    );
    const { events } = await readMeetings(graph, ID, NOW);
    expect(events[0]).toMatchObject({
      subject: 's'.repeat(200),
      location: 'l'.repeat(200),
      joinUrl: link(2048),
      webLink: 'https://outlook.office.com/1',
    });
    expect(events[1]).toMatchObject({ joinUrl: null, webLink: null, location: null });
  });
});

describe('A series', () => {
  const master = event('series', NOW - 100 * HOUR, { type: 'seriesMaster', subject: 'Weekly' });
  const date = { id: 'date', type: 'occurrence', seriesMasterId: 'series', ...times(NOW + HOUR) };

  function times(start: number) {
    return { start: graphTime(start), end: graphTime(start + 30 * MINUTE) };
  }

  it('says what its dates do not, and each date its times', async () => {
    const read = await readMeetings(
      fakeGraph(() => page(date, master)),
      ID,
      NOW,
    );
    expect(read.events).toMatchObject([{ id: 'date', series: 'series' }]);
    expect(read.series).toMatchObject([{ id: 'series', subject: 'Weekly', series: null }]);
    expect(listMeetings(read)).toEqual([
      { ...read.series[0], id: 'date', start: NOW + HOUR, end: NOW + 90 * MINUTE },
    ]);
  });

  it('has a date that was changed by itself say all itself', async () => {
    const changed = event('date', NOW + HOUR, { type: 'exception', seriesMasterId: 'series' });
    const read = await readMeetings(
      fakeGraph(() => page(master, changed)),
      ID,
      NOW,
    );
    expect(listMeetings(read)).toEqual([meeting('date')]);
  });

  it('takes its dates along when it goes', async () => {
    const read = await readMeetings(
      fakeGraph(() => page(master, date, { id: 'series', '@removed': {} })),
      ID,
      NOW,
    );
    expect([read.series, listMeetings(read)]).toEqual([[], []]);
  });
});
