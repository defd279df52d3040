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

describe('A background that is started', () => {
  it('by anything else than the alarm looks at nothing, and leaves the alarm where it was', async () => {
    await world.watching(['unread']);
    const asked = graphRequests();
    const at = alarmAt();
    for (let count = 0; count < 5; count += 1) await world.wakeUp();
    expect(graphRequests()).toBe(asked);
    expect(alarmAt()).toBe(at);
  });

  it('L11 sets an alarm anew that the browser has lost', async () => {
    await world.watching(['unread']);
    const at = alarmAt();
    surroundings.alarms.clear();
    await world.wakeUp();
    expect(alarmAt()).toBe(at);
  });

  it('with the browser looks within a minute, and knows the number from then on', async () => {
    await world.watching(['unread', 'meetings']);
    const { badge: shown } = fake;
    await world.restart();
    expect(fake.badge).toBe('');
    expect(alarmAt() - Date.now()).toBeLessThanOrEqual(MINUTE);
    await world.nextAlarm();
    expect(fake.badge).toBe(shown);
  });

  it('L11 with the browser reminds again of a meeting that is about to begin, as the old notice is gone', async () => {
    await world.watching(['meetings']);
    await world.live(17 * MINUTE);
    expect(titles()).toEqual([CALL]);
    await world.restart();
    await world.nextAlarm();
    expect(titles()).toEqual([CALL]);
  });

  it('draws the number from memory, before anybody is asked', async () => {
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
  it('at any write of a look has the next one find out the same', async () => {
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

  it('between a notice and the record of it shows it once more in its own place', async () => {
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

describe('A notice that cannot be shown', () => {
  it('is tried again with the next look, and does not keep the rest from its work', async () => {
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

describe('A clock that is turned', () => {
  it.each([
    ['forward', 90 * MINUTE],
    ['back', -90 * MINUTE],
  ])('%s makes the next look due now, once', async (_how, ms) => {
    await world.watching(['unread']);
    world.turnClock(ms);
    const asked = partsAsked(world).length;
    await world.wakeUp();
    expect(partsAsked(world).slice(asked)).toEqual(['/me/mailFolders/inbox']);
    expect(alarmAt() - Date.now()).toBeLessThanOrEqual(6 * MINUTE);
    await world.wakeUp();
    expect(partsAsked(world).length).toBe(asked + 1);
  });

  it('so far that no sign-in can be checked is said, and asked about rarely', async () => {
    const id = await world.watching(['unread']);
    world.turnClock(-30 * 24 * HOUR);
    await world.wakeUp();
    expect((await world.state(id)).unread.obstacle?.reason).toBe('clock-wrong');
    expect(fake.badge).toBe('!');
    expect(alarmAt() - Date.now()).toBeGreaterThan(40 * MINUTE);
  });

  it('back past what is known of the meetings has them read anew', async () => {
    const id = await world.watching(['meetings']);
    world.turnClock(-2 * HOUR);
    await world.wakeUp();
    expect((await meetingsOf(id).get())?.from).toBeLessThanOrEqual(Date.now());
  });

  it('forward over a meeting, as by a sleep, reminds of what has begun a moment ago and of nothing older', async () => {
    world.tenant.control.invite(mira(), { subject: 'Old', start: NINE + 10 * MINUTE, minutes: 120 });
    world.tenant.control.invite(mira(), { subject: 'Fresh', start: NINE + 55 * MINUTE, minutes: 30 });
    await world.watching(['meetings']);
    world.passTime(HOUR);
    await world.wakeUp();
    expect(titles()).toEqual(['Fresh']);
  });
});

describe('Whatever happens in the background', () => {
  it('no window is opened, and each look is one request', async () => {
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

  it('another background in the same turn, as after an update, looks once', async () => {
    await world.watching(['unread']);
    world.passTime(10 * MINUTE);
    const asked = partsAsked(world).length;
    world.background.life.run(() => registerWatches(world.background.services));
    await world.happen(() => surroundings.onAlarm.fire({ name: ALARM }));
    await world.settled();
    expect(partsAsked(world).length - asked).toBe(1);
  });
});
