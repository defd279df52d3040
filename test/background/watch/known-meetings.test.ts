import { describe, expect, it } from 'vitest';
import { meetingsOf } from '../../../src/storage.ts';
import { HOUR, MINUTE, NINE, partsAsked, setUpWatchWorld, titles } from './with-watch.ts';

const world = setUpWatchWorld();
const mira = () => world.someone('member');
const CALL = 'Loan agreement: call with Northmere';

describe('The list of known meetings', () => {
  const times = () => partsAsked(world).filter((path) => path.startsWith('/me/calendarView')).length;

  it('is updated by its changes until it covers less than twelve hours', async () => {
    const id = await world.watching(['meetings']);
    const first = await meetingsOf(id).get();
    await world.nextAlarm();
    const second = await meetingsOf(id).get();
    expect([second?.from, second?.until]).toEqual([first?.from, first?.until]);
    world.passTime(25 * HOUR);
    await world.wakeUp();
    const third = await meetingsOf(id).get();
    expect(third?.until).toBeGreaterThan((first?.until ?? 0) + 24 * HOUR);
  });

  it('is read in full in the same check if Microsoft has dropped the delta token', async () => {
    const id = await world.watching(['meetings']);
    const before = await meetingsOf(id).get();
    world.tenant.control.expireDeltaTokens();
    const asked = times();
    await world.nextAlarm();
    expect(times() - asked).toBe(2);
    const after = await meetingsOf(id).get();
    // One that is over by now is not read again.
    const ahead = before?.events.filter(({ end }) => end > Date.now());
    expect(after?.events.map((event) => event.id)).toEqual(
      expect.arrayContaining(ahead?.map((event) => event.id) ?? []),
    );
    expect((await world.state(id)).meetings.obstacle).toBeNull();
  });

  it('is read in full each time if a mailbox refuses changes, and reminders still come', async () => {
    world.tenant.control.faults.graph['/v1.0/me/calendarView/delta'] = { status: 403, body: {} };
    const id = await world.watching(['meetings']);
    expect((await world.state(id)).meetings.obstacle).toBeNull();
    const asked = partsAsked(world).length;
    await world.nextAlarm();
    expect(partsAsked(world).slice(asked)).toEqual(['/me/calendarView']);
    await world.live(12 * MINUTE);
    expect(titles()).toEqual([CALL]);
  });

  it('continues over the pages of a full day', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `Slot ${index}`);
    for (const [index, subject] of names.entries()) {
      world.tenant.control.invite(mira(), { subject, start: NINE + HOUR + index * MINUTE, minutes: 5 });
    }
    const id = await world.watching(['meetings']);
    const subjects = (await meetingsOf(id).get())?.events.map(({ subject }) => subject);
    expect(subjects).toEqual(expect.arrayContaining(names));
  });

  it('holds only what a reminder needs', async () => {
    const id = await world.watching(['meetings']);
    const [event] = (await meetingsOf(id).get())?.events ?? [];
    expect(Object.keys(event ?? {}).sort()).toEqual(
      'end id isAllDay isCancelled joinUrl location response series start subject webLink'.split(' '),
    );
  });
});
