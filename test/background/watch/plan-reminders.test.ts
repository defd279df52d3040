import { describe, expect, it } from 'vitest';
import { planReminders, toReminder } from '../../../background/watch/reminders.ts';
import type { Meeting } from '../../../src/watch-memory.ts';
import { MINUTE, meetingOf } from './signed-in.ts';

const start = Date.parse('2026-11-23T09:00:00Z');

const meeting = (part: Partial<Meeting> = {}) => meetingOf({ start, end: start + 30 * MINUTE, ...part });

const dueAt = (minutes: number, part?: Partial<Meeting>) =>
  planReminders([meeting(part)], [], start + minutes * MINUTE).due.length > 0;

describe('A reminder', () => {
  it.each([
    [-6, false],
    [-5, true],
    [0, true],
    [9, true],
    [10, false],
  ])('is due at %i minutes from the start of the meeting: %s', (minutes, isSo) => {
    expect(dueAt(minutes)).toBe(isSo);
  });

  it.each([
    ['of a whole day', { isAllDay: true }],
    ['that was cancelled', { isCancelled: true }],
    ['that was declined', { response: 'declined' }],
  ] as const)('never comes for a meeting %s', (_what, part) => {
    expect(dueAt(-5, part)).toBe(false);
    expect(planReminders([meeting(part)], [], start - 60 * MINUTE).nextAt).toBeNull();
  });

  it.each(['none', 'organizer', 'tentativelyAccepted', 'accepted', 'notResponded'] as const)(
    'comes for a meeting answered with %s',
    (response) => {
      expect(dueAt(-5, { response })).toBe(true);
    },
  );

  it('comes once for a meeting, and again if the meeting moves', () => {
    const reminded = [toReminder(meeting())];
    const now = start - 4 * MINUTE;
    expect(planReminders([meeting()], reminded, now)).toMatchObject({
      due: [],
      valid: reminded,
      nextAt: null,
    });
    const later = meeting({ start: start + MINUTE, end: start + 31 * MINUTE });
    expect(planReminders([later], reminded, now)).toMatchObject({ due: [later], valid: [], nextAt: null });
  });

  it.each([
    ['is over', start + 30 * MINUTE, [meeting()]],
    ['was cancelled', start, [meeting({ isCancelled: true })]],
    ['was declined', start, [meeting({ response: 'declined' })]],
    ['is gone', start, []],
  ] as const)('is removed when the meeting %s', (_what, now, meetings) => {
    const reminded = [toReminder(meeting())];
    expect(planReminders(meetings, reminded, now)).toMatchObject({ due: [], valid: [], nextAt: null });
  });

  it('does not come for a meeting that was over when the computer woke', () => {
    const short = meeting({ end: start + 2 * MINUTE });
    expect(planReminders([short], [], start + MINUTE).due).toEqual([short]);
    expect(planReminders([short], [], start + 2 * MINUTE).due).toEqual([]);
  });

  it('stays for a minute and comes once for a meeting without a length', () => {
    const moment = meeting({ end: start });
    const reminded = [toReminder(moment)];
    expect(planReminders([moment], reminded, start + MINUTE / 2)).toMatchObject({ due: [], valid: reminded });
    expect(planReminders([moment], reminded, start + MINUTE)).toMatchObject({ due: [], valid: [] });
  });

  it("comes for three of many meetings at once, the person's own first, and never for the others", () => {
    const invited = Array.from({ length: 100 }, (_, at) =>
      meeting({ id: `x${at}`, response: 'notResponded' }),
    );
    const own = meeting({ id: 'own' });
    const { due, passedOver } = planReminders([...invited, own], [], start);
    expect(due.map(({ id }) => id)).toEqual(['own', 'x0', 'x1']);
    expect(passedOver).toHaveLength(98);
    const reminded = [...due, ...passedOver].map(toReminder);
    expect(planReminders([...invited, own], reminded, start + MINUTE)).toMatchObject({
      due: [],
      passedOver: [],
    });
  });

  it('has its next time computed from the meetings without a reminder so far', () => {
    const meetings = [0, 1, 2].map((hours) =>
      meeting({
        id: String(hours),
        start: start + hours * 60 * MINUTE,
        end: start + (hours + 1) * 60 * MINUTE,
      }),
    );
    const { due, nextAt } = planReminders(meetings, [], start - MINUTE);
    expect(due.map(({ id }) => id)).toEqual(['0']);
    expect(nextAt).toBe(start + 55 * MINUTE);
  });

  it.each([
    [
      'into the meeting',
      'https://teams.microsoft.com/l/1',
      'https://outlook.office.com/2',
      'https://teams.microsoft.com/l/1',
    ],
    [
      'to Outlook, if the meeting is not online',
      null,
      'https://outlook.office.com/2',
      'https://outlook.office.com/2',
    ],
    ['nowhere, where there is no link', null, null, null],
  ])('leads %s', (_where, joinUrl, webLink, url) => {
    expect(toReminder(meeting({ joinUrl, webLink })).url).toBe(url);
  });
});
