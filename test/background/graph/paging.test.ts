import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../background/graph/calendar.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith as answerOne, withGraph } from './with-graph.ts';

const world = setUpWorld();
const VIEW = '/v1.0/me/calendarView';
const next = (name: string) => `https://graph.microsoft.com${VIEW}/${name}`;

async function withCalendar() {
  const { graph, id } = await withGraph(world, ['calendar']);
  return { events: () => readCalendar(graph, id) };
}

const event = (id: string, start = '09:30', end = '10:00') => ({
  id,
  start: { dateTime: `2026-03-01T${start}:00.0000000` },
  end: { dateTime: `2026-03-01T${end}:00.0000000` },
});

/** Has Graph answer with these pages, each under its own path. */
function answerWith(pages: Record<string, unknown>): void {
  for (const [name, body] of Object.entries(pages)) {
    answerOne(world, name === '' ? '/me/calendarView' : `/me/calendarView/${name}`, body);
  }
}

const pagesAsked = () => world.network.asked.filter((url) => url.includes('/calendarView'));

describe('Pages of a list', () => {
  it('are followed to the last, past an empty one, and sorted together', async () => {
    const { events } = await withCalendar();
    answerWith({
      '': { value: [event('c', '12:00', '13:00')], '@odata.nextLink': next('2?$skip=1&$skiptoken=a%2Fb') },
      2: { value: [], '@odata.nextLink': next('3') },
      3: { value: [event('a', '08:00', '09:00'), event('b')] },
    });
    expect((await events()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(pagesAsked().at(1)).toBe(next('2?$skip=1&$skiptoken=a%2Fb'));
    expect(pagesAsked()).toHaveLength(3);
  });

  it('end after the fourth, even if the links form a circle', async () => {
    const { events } = await withCalendar();
    answerWith({ '': { value: [event('a')], '@odata.nextLink': next('') } });
    expect(await events()).toHaveLength(4);
    expect(pagesAsked()).toHaveLength(4);
  });

  it('are followed only to Graph v1.0, and the token goes nowhere else (N16)', async () => {
    const links = [
      'https://evil.example/v1.0/me/calendarView',
      'https://graph.microsoft.com.evil.example/v1.0/me/calendarView',
      'https://graph.microsoft.com@evil.example/v1.0/me/calendarView',
      'https://evil.example@graph.microsoft.com/v1.0/me/calendarView',
      'https://graph.microsoft.com:8443/v1.0/me/calendarView',
      'http://graph.microsoft.com/v1.0/me/calendarView',
      'https://graph.microsoft.com/beta/me/calendarView',
      'https://graph.microsoft.com/v1.0/../beta/me/calendarView',
      'https://graph.microsoft.com/v1.0evil/me',
      '//evil.example/v1.0/',
      '/v1.0/me/calendarView',
      'javascript:alert(1)',
      '',
    ];
    const { events } = await withCalendar();
    const asked = world.network.asked.length;
    for (const link of links) {
      answerWith({ '': { value: [event('a')], '@odata.nextLink': link } });
      const refused = events().catch((thrown: unknown) => thrown);
      expect([link, await refused]).toMatchObject([
        link,
        { reason: 'microsoft-unavailable', detail: 'next link' },
      ]);
    }
    const first = world.network.asked.slice(asked).map((url) => url.split('?')[0]);
    expect(first).toEqual(links.map(() => `https://graph.microsoft.com${VIEW}`));
  });

  it('lead to one renewal if a later page refuses the token (N13)', async () => {
    const { events } = await withCalendar();
    answerWith({ '': { value: [event('a')], '@odata.nextLink': next('2') } });
    world.tenant.control.faults.graph[`${VIEW}/2`] = { status: 401, body: {} };
    const before = world.tokenRequests();
    // The token is good for the profile: it is this page that is not to be had.
    await expect(events()).rejects.toMatchObject({ reason: 'no-access' });
    expect(world.tokenRequests()).toBe(before + 1);
  });
});
