import { describe, expect, it } from 'vitest';
import { ALARM } from '../../../background/watch/alarm.ts';
import { face } from '../../../src/face.ts';
import { meetingsOf, pausesOf, remindersOf, watchOf } from '../../../src/storage.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { HOUR, MINUTE, NINE, partsAsked, setUpWatchWorld, titles } from './with-watch.ts';

// What must not happen, and did in the eyes of a reviewer.
const world = setUpWatchWorld();
const mira = () => world.someone('member');
const alarmAt = () => surroundings.alarms.get(ALARM) ?? Number.NaN;

describe('The background check', () => {
  it('leaves the first frame of pages unchanged after a restart, or a check without news', async () => {
    await world.watching(['unread', 'meetings']);
    const drawn = await face.get();
    for (let count = 0; count < 3; count += 1) await world.wakeUp();
    await world.live(30 * MINUTE);
    expect(await face.get()).toEqual(drawn);
  });

  it('updates the first frame of pages when an obstacle comes, and when it goes', async () => {
    await world.watching(['unread']);
    const revisions = [(await face.get())?.revision];
    for (const isAllowed of [false, true]) {
      world.network.isOffline = !isAllowed;
      await world.nextAlarm();
      revisions.push((await face.get())?.revision);
    }
    expect(new Set(revisions).size).toBe(3);
  });

  it('lets the popup open again after a sign-in that removes its obstacle', async () => {
    const id = await world.watching(['unread']);
    world.tenant.control.revokeSessions(mira());
    world.passTime(2 * HOUR);
    await world.nextAlarm();
    expect(fake.badge).toBe('!');
    // Chromium closes the popup of before a moment after Microsoft's window.
    fake.openPopups = 1;
    let looks = 0;
    fake.afterPopupLook = () => {
      looks += 1;
      fake.openPopups = 0;
    };
    fake.popupOpened.length = 0;
    await world.background.signIn({ kind: 'again', accountId: id, purpose: 'mail-list' });
    await expect.poll(() => fake.popupOpened).toHaveLength(1);
    expect(looks).toBe(2);
  });

  it('continues the revision of pages if the clock was put back', async () => {
    await world.watching(['unread']);
    const before = (await face.get())?.revision ?? 0;
    world.turnClock(-2 * HOUR);
    await world.wakeUp();
    const session = await world.background.handlers.setKeep('until-close');
    expect(session.revision).toBeGreaterThan(before);
  });

  it('comes less and less often if memory has no room for its result', async () => {
    const id = await world.watching(['meetings']);
    const waits: number[] = [];
    let isRecord = false;
    fake.session.gate = async (call, keys) => {
      if (call === 'set' && keys.includes(`watch:${id}`) && isRecord)
        throw new Error('QUOTA_BYTES quota exceeded');
    };
    // A look breaks down as it is written down, and not as it begins.
    world.network.onGraph = () => {
      isRecord = true;
    };
    for (let count = 0; count < 5; count += 1) {
      isRecord = false;
      const from = Date.now();
      await world.nextAlarm();
      waits.push(alarmAt() - Math.max(from, Date.now()));
    }
    expect(waits.at(-1)).toBeGreaterThan(4 * MINUTE);
  });

  it('keeps the number if memory has no room for meetings', async () => {
    const id = await world.watching(['unread', 'meetings']);
    await meetingsOf(id).remove();
    fake.session.gate = async (call, keys) => {
      if (call === 'set' && keys.includes(`meetings:${id}`)) throw new Error('QUOTA_BYTES quota exceeded');
    };
    world.tenant.control.deliverMail(mira(), 3);
    const before = Number(fake.badge);
    await world.live(15 * MINUTE);
    expect(Number(fake.badge)).toBe(before + 3);
    expect(await watchOf(id).get()).toMatchObject({ failures: 0 });
  });

  it('is not held by a pause that a clock put back has made long', async () => {
    const id = await world.watching(['unread']);
    world.tenant.control.throttleGraph('/v1.0/me/mailFolders', { seconds: 600, times: 1 });
    await world.nextAlarm();
    expect(await pausesOf(id).get()).not.toBeNull();
    world.turnClock(-90 * MINUTE);
    const asked = partsAsked(world).length;
    await world.wakeUp();
    await world.live(30 * MINUTE);
    expect(partsAsked(world).length).toBeGreaterThan(asked);
    expect((await watchOf(id).get())?.obstacles).toEqual({});
  });

  it('neither reminds nor asks again when a permission is paused that it does not use', async () => {
    const id = await world.watching(['unread', 'meetings']);
    world.tenant.control.consentForOrganisation(['Files.Read']);
    await world.live(17 * MINUTE);
    const { badge: shown } = fake;
    const [notices, asked] = [surroundings.noticesShown.length, partsAsked(world).length];
    surroundings.notices.clear();
    for (const isPaused of [true, false]) {
      await world.background.handlers.setPaused(id, 'Files.Read', isPaused);
      await world.settled();
    }
    expect([surroundings.noticesShown.length, partsAsked(world).length]).toEqual([notices, asked]);
    expect([titles(), fake.badge]).toEqual([[], shown]);
    expect(await remindersOf(id).get()).toHaveLength(1);
  });

  it('also covers a watch that is turned on while it runs', async () => {
    const id = await world.watching(['unread', 'meetings']);
    await world.background.handlers.setWatch(id, 'meetings', false);
    await world.settled();
    let turnOn: Promise<unknown> = Promise.resolve();
    world.network.onGraph = () => {
      world.network.onGraph = () => undefined;
      turnOn = world.background.handlers.setWatch(id, 'meetings', true);
    };
    await world.nextAlarm();
    await turnOn;
    await world.settled();
    expect((await world.state(id)).meetings).toMatchObject({ isOn: true, obstacle: null });
    await expect.poll(async () => (await world.state(id)).meetings.lookedAt).not.toBeNull();
    expect(Date.now()).toBeLessThan(NINE + HOUR);
  });
});

describe('A refusal that the ledger does not record', () => {
  const refusal = { status: 400, body: { error: 'access_denied', error_description: 'AADSTS65004: no.' } };

  it('is rarely asked about, and stays visible', async () => {
    const id = await world.watching(['unread']);
    world.tenant.control.faults.token = refusal;
    world.passTime(2 * HOUR);
    await world.nextAlarm();
    expect((await world.state(id)).unread.obstacle).toMatchObject({ reason: 'declined' });
    const tokens = world.tokenRequests();
    await world.live(3 * HOUR);
    expect(world.tokenRequests() - tokens).toBeLessThanOrEqual(6);
    expect((await world.state(id)).unread.obstacle).toMatchObject({ reason: 'declined' });
  });
});
