import { describe, expect, it } from 'vitest';
import { answerEvent, readCalendar, readEvents } from '../../../background/graph/calendar.ts';
import type { AppError } from '../../../src/errors.ts';
import { fakeGraph } from './fake-graph.ts';

const optionsOf = (path: string | undefined) =>
  Object.fromEntries(new URL(`https://graph.example${path ?? ''}`).searchParams);

describe('A calendar', () => {
  const HOUR = 3_600_000;
  const LONGEST = (42 * 24 + 1) * HOUR;
  const empty = () => fakeGraph(() => ({ body: { value: [] } }));

  it('is read for today and six more days of this computer', async () => {
    const graph = empty();
    await readCalendar(graph, 'mira', new Date(2026, 2, 4, 15));
    expect(optionsOf(graph.asked[0]?.path)).toMatchObject({
      startDateTime: new Date(2026, 2, 4).toISOString(),
      endDateTime: new Date(2026, 2, 11).toISOString(),
      $orderby: 'start/dateTime',
      $top: '100',
    });
    expect(graph.asked[0]).toMatchObject({ purpose: 'calendar', prefer: ['outlook.timezone="UTC"'] });
  });

  it.each([
    ['six weeks and an hour', 0, LONGEST, true],
    ['a millisecond more', 0, LONGEST + 1, false],
    ['a millisecond', 0, 1, true],
    ['no time', 0, 0, false],
    ['time that goes back', 1, 0, false],
    ['the last moment that there is', 8.64e15 - HOUR, 8.64e15, true],
    ['a time after that', 8.64e15, 8.64e15 + HOUR, false],
    ['the first moment that there is', -8.64e15, -8.64e15 + HOUR, true],
    ['a time before that', -8.64e15 - 2 * HOUR, -8.64e15, false],
    ['no number', Number.NaN, 1, false],
  ])('is read for %s, or not: %#', async (_what, from, to, isSpan) => {
    const graph = empty();
    const read = await readEvents(graph, 'mira', from, to).catch((error: AppError) => error);
    if (isSpan) expect(read).toEqual([]);
    else expect(read).toMatchObject({ reason: 'not-found', detail: 'span' });
    expect(graph.asked).toHaveLength(isSpan ? 1 : 0);
  });

  it('has events by their beginning, and those that begin together by their end', async () => {
    const at = (hour: string) => ({ dateTime: `2026-03-01T${hour}:00:00` });
    const event = (id: string, start: string, end: string) => ({ id, start: at(start), end: at(end) });
    const graph = fakeGraph(() => ({
      body: { value: [event('late', '10', '11'), event('long', '09', '12'), event('short', '09', '10')] },
    }));
    const found = await readEvents(graph, 'mira', 0, 1);
    expect(found.map(({ id }) => id)).toEqual(['short', 'long', 'late']);
  });

  it.each([
    ['accepted', 'accept'],
    ['tentativelyAccepted', 'tentativelyAccept'],
    ['declined', 'decline'],
  ] as const)(
    'has an invitation %s, and its sender told, unless they want no answers',
    async (said, verb) => {
      const edit = { kind: 'answer-event', eventId: 'a/b', answer: said } as const;
      const told = fakeGraph(() => ({ body: null, status: 202 }));
      await answerEvent(told, 'mira', edit);
      expect(told.asked).toEqual([
        {
          accountId: 'mira',
          purpose: 'calendar-answer',
          path: `/me/events/a%2Fb/${verb}`,
          method: 'POST',
          body: { sendResponse: true },
        },
      ]);
      const untold = fakeGraph((_, { body }) => ({
        body: null,
        status: body && 'sendResponse' in body && body.sendResponse ? 400 : 202,
      }));
      await answerEvent(untold, 'mira', edit);
      expect(untold.asked.map(({ body }) => body)).toEqual([{ sendResponse: true }, { sendResponse: false }]);
      const gone = fakeGraph(() => undefined);
      await expect(answerEvent(gone, 'mira', edit)).rejects.toMatchObject({ reason: 'not-found' });
      expect(gone.asked).toHaveLength(1);
    },
  );
});
