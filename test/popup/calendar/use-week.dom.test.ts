import { renderHook } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { useWeek } from '../../../popup/calendar/use-week.ts';
import type { Reply } from '../../../src/contract.ts';
import type { CalendarEvent } from '../../../src/data/calendar.ts';
import type { Edit } from '../../../src/edits.ts';
import { asked, question, stopBackground } from '../../fakes/page/fake-background.ts';
import { mira, signedIn } from '../../fakes/page/people.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';
import { event } from '../today/event.ts';

const WEEK = new Date(2026, 2, 2).getTime();
const NEXT = new Date(2026, 2, 9).getTime();
const review = event('review', '11:00', '12:00', { response: 'notResponded' });
const ready: Reply<CalendarEvent[]> = { kind: 'ready', data: [review], readAt: 5 };
const revoked: Reply<CalendarEvent[]> = { kind: 'obstacle', obstacle: { reason: 'consent-revoked' } };

function show(first: number | null = WEEK) {
  const now = { start: first, revision: 1, edits: [] as Edit[], since: [] as number[] };
  const { result, rerender } = renderHook(() =>
    useWeek(now.start, {
      session: signedIn(now.revision),
      editing: {
        ...quietEditing,
        since(at) {
          now.since.push(at);
          return now.edits;
        },
      },
    }),
  );
  return {
    now,
    week: () => result.current,
    become: (part: Partial<typeof now>) => settle(() => rerender(void Object.assign(now, part))),
    reload: () => settle(() => result.current.reload()),
  };
}

async function answer(given: Reply<CalendarEvent[]>): Promise<void> {
  const open = await question('getEvents');
  await settle(() => open.answer(given));
}

describe('The events of a week', () => {
  it('are asked for from midnight to midnight, and shown when they have come', async () => {
    const { week } = show();
    expect(week()).toMatchObject({ data: null, readAt: null, obstacle: null, reply: null, isLoading: true });
    await answer(ready);
    expect(asked('getEvents')).toEqual([[mira.id, WEEK, NEXT]]);
    expect(week()).toMatchObject({ data: [review], readAt: 5, reply: ready, isLoading: false });
  });

  it('have in them what was changed since they were asked for', async () => {
    const { week, become, now } = show();
    const before = Date.now();
    await answer(ready);
    await become({ edits: [{ kind: 'answer-event', eventId: 'review', answer: 'accepted' }] });
    expect(week().data).toEqual([{ ...review, response: 'accepted' }]);
    expect(week().reply).toMatchObject({ kind: 'ready', data: [{ response: 'accepted' }] });
    expect(Math.abs((now.since.at(-1) ?? 0) - before)).toBeLessThan(60_000);
  });

  it('exclude other weeks, and are not requested without a week', async () => {
    const { week, become } = show();
    await answer(ready);
    await become({ start: NEXT });
    expect(week()).toMatchObject({ data: null, isLoading: true });
    await answer({ ...ready, data: [] });
    expect(week().data).toEqual([]);
    await become({ start: null });
    await expect.poll(() => week().data).toEqual([]);
    expect(week()).toMatchObject({ data: [], isLoading: false, obstacle: null });
    expect(asked('getEvents')).toHaveLength(2);
  });

  it('stay while they are asked for again, and go with an obstacle', async () => {
    const { week, become } = show();
    await answer(ready);
    await become({ revision: 2 });
    expect(week()).toMatchObject({ data: [review] });
    await answer(revoked);
    expect(week()).toMatchObject({
      data: null,
      readAt: null,
      obstacle: { reason: 'consent-revoked' },
      reply: revoked,
    });
  });

  it('clear the obstacle as soon as the user tries again', async () => {
    const { week, reload } = show();
    await answer(revoked);
    await reload();
    expect(week()).toMatchObject({ obstacle: null, reply: null, isLoading: true });
    await answer(ready);
    await reload();
    expect(week().data).toEqual([review]);
    await answer(ready);
    expect(asked('getEvents')).toHaveLength(3);
  });

  it('are those of the last question, in whatever order the answers come', async () => {
    const { week, become } = show();
    const first = await question('getEvents');
    await become({ revision: 2 });
    await answer({ ...ready, data: [] });
    await settle(() => first.answer(ready));
    expect(week().data).toEqual([]);
  });

  it('cannot be had without a background', async () => {
    stopBackground();
    const { week } = show();
    await expect.poll(() => week().obstacle?.reason).toBe('not-answered');
  });
});
