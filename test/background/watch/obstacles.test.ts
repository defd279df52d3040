import { describe, expect, it } from 'vitest';
import { ALARM } from '../../../background/watch/alarm.ts';
import { meetingsOf, remindersOf } from '../../../src/storage.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import {
  allowNotifications,
  badge,
  HOUR,
  MINUTE,
  partsAsked,
  setUpWatchWorld,
  titles,
} from './with-watch.ts';

const world = setUpWatchWorld();
const mira = () => world.someone('member');
const graphRequests = () => world.tenant.control.counters.graph;
const minutesAhead = () => ((surroundings.alarms.get(ALARM) ?? Number.NaN) - Date.now()) / MINUTE;

describe('A throttled check', () => {
  it('is not repeated before the time that Microsoft names, nor exactly at it, and the number stays', async () => {
    const id = await world.watching(['unread']);
    const { badge: shown } = fake;
    world.tenant.control.throttleGraph('/v1.0/me/mailFolders', { seconds: 1800, times: 1 });
    await world.nextAlarm();
    const until = Date.now() - 1000 + 30 * MINUTE;
    expect((await world.state(id)).unread).toMatchObject({ obstacle: { reason: 'throttled' } });
    expect(fake.badge).toBe(shown);
    const asked = graphRequests();
    await world.live(until - Date.now());
    expect(graphRequests()).toBe(asked);
    const at = await world.nextAlarm();
    expect(at).toBeGreaterThan(until);
    expect(at).toBeLessThanOrEqual(until + 6 * MINUTE);
    expect((await world.state(id)).unread.obstacle).toBeNull();
  });

  it('leaves the calendar alone if only mail is throttled, although both share a request', async () => {
    const id = await world.watching(['unread', 'meetings']);
    world.tenant.control.throttleGraph('/v1.0/me/mailFolders', { seconds: 1800 });
    await world.nextAlarm();
    expect(await world.state(id)).toMatchObject({
      unread: { obstacle: { reason: 'throttled' } },
      meetings: { obstacle: null },
    });
  });
});

describe('A check that fails', () => {
  it('doubles the interval each time, up to an hour, until one succeeds', async () => {
    await world.watching(['unread']);
    world.tenant.control.faults.graph['/v1.0/me/mailFolders'] = { status: 500, body: {} };
    const gaps: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      await world.nextAlarm();
      gaps.push(Math.round(minutesAhead()));
    }
    [10, 20, 40, 60, 60, 60].forEach((wanted, index) => {
      expect(gaps[index]).toBeGreaterThanOrEqual(wanted * 0.8 - 1);
      expect(gaps[index]).toBeLessThanOrEqual(wanted * 1.2);
    });
    expect(fake.badge).not.toBe('!');
    world.tenant.control.faults.graph = {};
    await world.nextAlarm();
    expect(minutesAhead()).toBeLessThanOrEqual(6);
  });

  it('keeps the known meetings, and reminders still come', async () => {
    await world.watching(['meetings']);
    world.network.isOffline = true;
    await world.live(17 * MINUTE);
    expect(titles()).toEqual(['Loan agreement: call with Northmere']);
  });
});

describe('The background check without a network', () => {
  it('sends no request, and the next check comes at the usual time', async () => {
    const id = await world.watching(['unread']);
    Object.assign(navigator, { onLine: false });
    const asked = world.network.asked.length;
    for (let count = 0; count < 4; count += 1) await world.nextAlarm();
    expect(world.network.asked.slice(asked)).toEqual([]);
    expect(minutesAhead()).toBeLessThanOrEqual(6);
    expect((await world.state(id)).unread.obstacle).toMatchObject({ reason: 'offline' });
    expect(fake.badge).toMatch(/^\d+$/);
    Object.assign(navigator, { onLine: true });
    world.tenant.control.readMail(mira(), 1000);
    await world.nextAlarm();
    expect(fake.badge).toBe('');
    expect((await world.state(id)).unread.obstacle).toBeNull();
  });
});

describe('The background check while nobody is at the computer', () => {
  it('comes three times less often, and soon after the person returns', async () => {
    await world.watching(['unread']);
    surroundings.idle = 'locked';
    await world.nextAlarm();
    expect(minutesAhead()).toBeGreaterThanOrEqual(11.9);
    world.passTime(10 * MINUTE);
    surroundings.idle = 'active';
    await world.happen(() => surroundings.onIdle.fire('active'));
    expect(minutesAhead()).toBeLessThanOrEqual(0.5);
    await world.nextAlarm();
    expect(minutesAhead()).toBeLessThanOrEqual(6);
  });
});

describe('A session that has ended', () => {
  it('removes the number from the icon, marks the icon, opens no window, and is rarely checked', async () => {
    const id = await world.watching(['unread', 'meetings']);
    const { windows } = world.person;
    world.tenant.control.revokeSessions(mira());
    await world.nextAlarm();
    expect(fake.badge).toBe('!');
    expect(surroundings).toMatchObject({
      badgeColor: '#616161',
      title: 'Lanyard cannot look for all that you have asked for. Open it to see why.',
    });
    const { unread, meetings } = await world.state(id);
    expect(unread.obstacle?.reason).toBe(meetings.obstacle?.reason);
    expect(unread).toMatchObject({ isOn: true, lookedAt: null });
    expect(await meetingsOf(id).get()).toBeNull();
    const tokens = world.tokenRequests();
    await world.live(5 * HOUR);
    expect(world.tokenRequests() - tokens).toBeLessThanOrEqual(7);
    expect(world.person.windows).toBe(windows);
  });

  it('leads to a check as soon as the person has signed in', async () => {
    const id = await world.watching(['unread']);
    world.tenant.control.revokeSessions(mira());
    await world.nextAlarm();
    await world.background.signIn({ kind: 'again', accountId: id, purpose: 'profile' });
    await expect.poll(() => fake.badge).toMatch(/^\d+$/);
    expect((await world.state(id)).unread).toMatchObject({ obstacle: null, lookedAt: expect.any(Number) });
  });

  it('leaves no number, alarm, notification or stored value after a sign-out by the person', async () => {
    const id = await world.watching(['unread', 'meetings']);
    await world.live(17 * MINUTE);
    expect(titles()).toHaveLength(1);
    await world.background.handlers.signOut([id]);
    await badge('');
    await expect.poll(() => titles()).toEqual([]);
    expect(surroundings.alarms.size).toBe(0);
    expect(Object.keys(fake.session.items).filter((key) => key.includes(id))).toEqual([]);
  });
});

describe('A permission of a watch', () => {
  it('removes the number and marks the icon at the next renewal after it was revoked at Microsoft', async () => {
    world.tenant.control.faults.accessTokenSeconds = 600;
    const id = await world.watching(['unread']);
    world.tenant.control.revokeOrganisationConsent(['Mail.ReadBasic']);
    await world.live(20 * MINUTE);
    expect((await world.state(id)).unread).toMatchObject({
      isOn: true,
      obstacle: { reason: 'consent-revoked', purpose: 'mail-list' },
    });
    expect(fake.badge).toBe('!');
    const asked = graphRequests();
    await world.live(3 * HOUR);
    expect(graphRequests()).toBe(asked);
    // Nothing to look at: there is no alarm either.
    expect(surroundings.alarms.size).toBe(0);
  });

  it('removes the number without a mark while it is paused, and brings it back when it is resumed', async () => {
    const id = await world.watching(['unread']);
    const { badge: shown } = fake;
    const { handlers } = world.background;
    await handlers.setPaused(id, 'Mail.ReadBasic', true);
    await badge('');
    expect((await world.state(id)).unread).toMatchObject({ isOn: true, obstacle: { reason: 'paused' } });
    const asked = graphRequests();
    await world.live(HOUR);
    expect(graphRequests()).toBe(asked);
    await handlers.setPaused(id, 'Mail.ReadBasic', false);
    await badge(shown);
  });

  it('is reported as missing when a watch is turned on, and the check follows the consent', async () => {
    const { id } = await world.signedIn();
    await world.wakeUp();
    const { handlers, signIn } = world.background;
    const asked = graphRequests();
    const before = await handlers.getSession();
    await handlers.setWatch(id, 'unread', true);
    expect((await world.state(id)).unread).toEqual({
      isOn: true,
      obstacle: { reason: 'consent-missing', purpose: 'mail-list' },
      lookedAt: null,
    });
    expect((await handlers.getSession()).revision).not.toBe(before.revision);
    expect(fake.badge).toBe('!');
    expect(graphRequests()).toBe(asked);
    await signIn({ kind: 'again', accountId: id, purpose: 'mail-list' });
    await expect.poll(() => fake.badge).toMatch(/^\d+$/);
    expect((await world.state(id)).unread).toMatchObject({ obstacle: null });
  });
});

describe('The browser’s permission for notifications', () => {
  it('is reported and stops the calendar requests when it is revoked, and everything resumes when it is granted', async () => {
    const id = await world.watching(['unread', 'meetings']);
    const { badge: shown } = fake;
    await world.happen(() => allowNotifications(false));
    expect((await world.state(id)).meetings).toMatchObject({
      isOn: true,
      obstacle: { reason: 'notifications-off' },
    });
    expect(fake.badge).toBe('!');
    expect(surroundings.title).toContain(`\nLanyard: ${shown} unread messages`);
    expect([await meetingsOf(id).get(), await remindersOf(id).get()]).toEqual([null, null]);
    const asked = partsAsked(world).length;
    await world.live(30 * MINUTE);
    expect(new Set(partsAsked(world).slice(asked))).toEqual(new Set(['/me/mailFolders/inbox']));
    expect(titles()).toEqual([]);

    await world.happen(() => allowNotifications(true));
    expect((await world.state(id)).meetings).toMatchObject({ obstacle: null, lookedAt: expect.any(Number) });
    expect(fake.badge).toBe(shown);
  });

  it('is noticed by the next check if it was revoked while the background did not run', async () => {
    const id = await world.watching(['meetings']);
    surroundings.allowed.delete('notifications');
    await world.nextAlarm();
    expect((await world.state(id)).meetings.obstacle?.reason).toBe('notifications-off');
  });

  it('brings reminders and their clicks in the same life if it is granted after they were turned on', async () => {
    const id = await world.watching(['unread']);
    world.tenant.control.consentForOrganisation(['Calendars.ReadBasic']);
    await world.background.signIn({ kind: 'again', accountId: id, purpose: 'calendar' });
    await world.background.handlers.setWatch(id, 'meetings', true);
    expect((await world.state(id)).meetings.obstacle?.reason).toBe('notifications-off');
    expect(surroundings.onNoticeClicked.hasListeners()).toBe(false);
    await world.happen(() => allowNotifications());
    expect(surroundings.onNoticeClicked.hasListeners()).toBe(true);
    expect((await world.state(id)).meetings).toMatchObject({ obstacle: null, lookedAt: expect.any(Number) });
  });
});
