import { describe, expect, it, vi } from 'vitest';
import { ALARM } from '../../../background/watch/alarm.ts';
import { registerWatches } from '../../../background/watch/register.ts';
import { meetingsOf, watchOf } from '../../../src/storage.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { badge, HOUR, MINUTE, NINE, partsAsked, setUpWatchWorld, titles } from './with-watch.ts';

const world = setUpWatchWorld();
const mira = () => world.someone('member');
const graphRequests = () => world.tenant.control.counters.graph;
const alarmAt = () => surroundings.alarms.get(ALARM) ?? Number.NaN;
const CALL = 'Loan agreement: call with Northmere';

describe('A background that starts', () => {
  it('checks nothing and keeps the alarm, if anything but the alarm woke it', async () => {
    await world.watching(['unread']);
    const asked = graphRequests();
    const at = alarmAt();
    for (let count = 0; count < 5; count += 1) await world.wakeUp();
    expect(graphRequests()).toBe(asked);
    expect(alarmAt()).toBe(at);
  });

  it('sets an alarm again that the browser has lost (L11)', async () => {
    await world.watching(['unread']);
    const at = alarmAt();
    surroundings.alarms.clear();
    await world.wakeUp();
    expect(alarmAt()).toBe(at);
  });

  it('checks within a minute of the start of the browser, and shows the number from then on', async () => {
    await world.watching(['unread', 'meetings']);
    const { badge: shown } = fake;
    await world.restart();
    expect(fake.badge).toBe('');
    expect(alarmAt() - Date.now()).toBeLessThanOrEqual(MINUTE);
    await world.nextAlarm();
    expect(fake.badge).toBe(shown);
  });

  it('reminds again of an imminent meeting after a restart of the browser, as the old notification is gone (L11)', async () => {
    await world.watching(['meetings']);
    await world.live(17 * MINUTE);
    expect(titles()).toEqual([CALL]);
    await world.restart();
    await world.nextAlarm();
    expect(titles()).toEqual([CALL]);
  });

  it('draws the number from storage, before any request', async () => {
    await world.watching(['unread']);
    const { badge: shown } = fake;
    const asked = graphRequests();
    fake.badge = '';
    await world.wakeUp();
    await badge(shown);
    expect(graphRequests()).toBe(asked);
  });
});

describe('A background that is stopped', () => {
  it('finds out the same in the next check, whichever write of a check stopped it', async () => {
    const id = await world.watching(['unread', 'meetings']);
    const unread = (await watchOf(id).get())?.unread ?? 0;
    world.tenant.control.deliverMail(mira(), 2);
    world.tenant.control.invite(mira(), { subject: 'Pond', start: NINE + 5 * HOUR, minutes: 30 });
    for (let writes = 0; writes < 4; writes += 1) {
      world.passTime(15 * MINUTE);
      await world.wakeUpFor((life) => life.endAfterWrites(writes));
    }
    world.passTime(15 * MINUTE);
    await world.wakeUp();
    await badge(String(unread + 2));
    const subjects = (await meetingsOf(id).get())?.events.map(({ subject }) => subject) ?? [];
    expect(subjects.filter((subject) => subject === 'Pond')).toHaveLength(1);
  });

  it('replaces the same notification if it stopped between showing and recording it', async () => {
    await world.watching(['meetings']);
    surroundings.afterNotice = () => world.background.life.end();
    vi.setSystemTime(NINE + 16 * MINUTE);
    await world.wakeUpFor(() => undefined);
    expect(titles()).toEqual([CALL]);
    surroundings.afterNotice = () => undefined;
    await world.wakeUp();
    expect(titles()).toEqual([CALL]);
    expect(surroundings.noticesShown).toHaveLength(2);
    await world.live(10 * MINUTE);
    expect(surroundings.noticesShown).toHaveLength(2);
  });
});

describe('A notification that cannot be shown', () => {
  it('is tried again in the next check, and the check completes its other work', async () => {
    await world.watching(['unread', 'meetings']);
    const noise = vi.spyOn(console, 'error').mockReturnValue();
    surroundings.areNoticesBroken = true;
    vi.setSystemTime(NINE + 16 * MINUTE);
    await world.wakeUp();
    expect(noise).toHaveBeenCalled();
    noise.mockRestore();
    expect(fake.badge).toMatch(/^\d+$/);
    expect(alarmAt()).toBeGreaterThan(Date.now() + 7 * MINUTE);
    surroundings.areNoticesBroken = false;
    await world.nextAlarm();
    expect(titles()).toEqual([CALL]);
  });
});

describe('A clock that was changed', () => {
  it.each([
    ['forward', 90 * MINUTE],
    ['back', -90 * MINUTE],
  ])('makes the next check due now, once, if it moved %s', async (_how, ms) => {
    await world.watching(['unread']);
    world.turnClock(ms);
    const asked = partsAsked(world).length;
    await world.wakeUp();
    expect(partsAsked(world).slice(asked)).toEqual(['/me/mailFolders/inbox']);
    expect(alarmAt() - Date.now()).toBeLessThanOrEqual(6 * MINUTE);
    await world.wakeUp();
    expect(partsAsked(world).length).toBe(asked + 1);
  });

  it('is reported if it is too far off to check a sign-in, and is rarely asked about', async () => {
    const id = await world.watching(['unread']);
    world.turnClock(-30 * 24 * HOUR);
    await world.wakeUp();
    expect((await world.state(id)).unread.obstacle?.reason).toBe('clock-wrong');
    expect(fake.badge).toBe('!');
    expect(alarmAt() - Date.now()).toBeGreaterThan(40 * MINUTE);
  });

  it('leads to a new reading of the meetings if it went back past their first', async () => {
    const id = await world.watching(['meetings']);
    world.turnClock(-2 * HOUR);
    await world.wakeUp();
    expect((await meetingsOf(id).get())?.from).toBeLessThanOrEqual(Date.now());
  });

  it('leads only to reminders of meetings that began a moment ago if it jumped forward, as in a sleep', async () => {
    world.tenant.control.invite(mira(), { subject: 'Old', start: NINE + 10 * MINUTE, minutes: 120 });
    world.tenant.control.invite(mira(), { subject: 'Fresh', start: NINE + 55 * MINUTE, minutes: 30 });
    await world.watching(['meetings']);
    world.passTime(HOUR);
    await world.wakeUp();
    expect(titles()).toEqual(['Fresh']);
  });
});

describe('A background in any situation', () => {
  it('opens no window, and each check is one request', async () => {
    const id = await world.watching(['unread', 'meetings']);
    const { windows } = world.person;
    const { control } = world.tenant;
    const batches = () => control.log.filter(({ path }) => path.endsWith('$batch')).length;
    const [parts, sent, requests] = [partsAsked(world).length, batches(), graphRequests()];
    await world.nextAlarm();
    expect([batches() - sent, partsAsked(world).length - parts, graphRequests() - requests]).toEqual([
      1, 2, 1,
    ]);
    const mishaps = [
      () => control.challenge(mira()),
      () => control.revokeRefreshTokens(mira()),
      () => control.requireMfa(mira(), true),
      () => control.disableAccount(mira(), true),
      () => control.throttle('token', 5),
      () => control.cutNetwork(true),
    ];
    for (const mishap of mishaps) {
      mishap();
      world.passTime(2 * HOUR);
      await world.wakeUp();
    }
    expect((await world.state(id)).unread.obstacle).not.toBeNull();
    expect(world.person.windows).toBe(windows);
    expect(fake.popupOpened).toHaveLength(1);
  });

  it('checks once if another background runs in the same turn, as after an update', async () => {
    await world.watching(['unread']);
    world.passTime(10 * MINUTE);
    const asked = partsAsked(world).length;
    world.background.life.run(() => registerWatches(world.background.services));
    await world.happen(() => surroundings.onAlarm.fire({ name: ALARM }));
    await world.settled();
    expect(partsAsked(world).length - asked).toBe(1);
  });
});
