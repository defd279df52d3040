import { describe, expect, it } from 'vitest';
import { watchOf } from '../../../src/storage.ts';
import { defer } from '../../fakes/deferred.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { badge, MINUTE, partsAsked, setUpWatchWorld } from './with-watch.ts';

const world = setUpWatchWorld();

const mira = () => world.someone('member');
const unreadOf = async (id: string) => (await watchOf(id).get())?.unread ?? Number.NaN;

describe('Lanyard with all watches turned off', () => {
  it('costs nothing: no alarm, no request, nothing on the icon', async () => {
    await world.signedIn();
    await world.wakeUp();
    const before = world.tenant.control.counters.graph;
    world.tenant.control.deliverMail(mira(), 3);
    await world.live(8 * 60 * MINUTE);
    expect(surroundings.alarms.size).toBe(0);
    expect(world.tenant.control.counters.graph).toBe(before);
    expect(fake.badge).toBe('');
  });
});

describe('The number on the icon', () => {
  it('shows the unread messages of the inbox as soon as it is turned on, and in words', async () => {
    const id = await world.watching(['unread']);
    const unread = await unreadOf(id);
    expect(unread).toBeGreaterThan(1);
    expect(fake.badge).toBe(String(unread));
    expect(surroundings).toMatchObject({
      badgeColor: '#0f6cbd',
      title: `Lanyard: ${unread} unread messages`,
    });
    expect(await world.state(id)).toEqual({
      unread: { isOn: true, obstacle: null, lookedAt: expect.any(Number) },
      meetings: { isOn: false, obstacle: null, lookedAt: null },
    });
  });

  it.each([
    ['comes in', 2, () => world.tenant.control.deliverMail(mira(), 2)],
    ['is read in another app', -2, () => world.tenant.control.readMail(mira(), 2)],
    ['is archived in another app', -1, () => world.tenant.control.archiveMail(mira(), 1)],
  ])('follows mail that %s, at the next check', async (_what, more, happens) => {
    const id = await world.watching(['unread']);
    const before = await unreadOf(id);
    happens();
    const asked = partsAsked(world).length;
    expect(await world.nextAlarm()).not.toBeNull();
    expect(fake.badge).toBe(String(before + more));
    expect(partsAsked(world).slice(asked)).toEqual(['/me/mailFolders/inbox']);
  });

  it('disappears when all mail is read, and comes again', async () => {
    const id = await world.watching(['unread']);
    world.tenant.control.readMail(mira(), await unreadOf(id));
    await world.nextAlarm();
    expect(fake.badge).toBe('');
    expect(surroundings.title).toBe('Lanyard');
    world.tenant.control.deliverMail(mira());
    await world.nextAlarm();
    expect(fake.badge).toBe('1');
    expect(surroundings.title).toBe('Lanyard: 1 unread message');
  });

  it('stays short, and its title has the whole number', async () => {
    await world.watching(['unread']);
    world.tenant.control.deliverMail(mira(), 2000);
    await world.nextAlarm();
    expect(fake.badge).toBe('99+');
    expect(surroundings.title).toMatch(/^Lanyard: 2,0\d\d unread messages$/);
  });

  it('follows the readings of the popup, which costs nothing more', async () => {
    const id = await world.watching(['unread']);
    const before = await unreadOf(id);
    world.tenant.control.deliverMail(mira(), 3);
    await world.background.handlers.getInbox(id);
    await badge(String(before + 3));
  });

  it('follows an edit in the popup before any request', async () => {
    world.tenant.control.consentForOrganisation(['Mail.ReadWrite']);
    const id = await world.watching(['unread']);
    const before = await unreadOf(id);
    const { handlers } = world.background;
    const inbox = await handlers.getInbox(id);
    const unread = inbox.kind === 'ready' ? inbox.data.messages.filter(({ isRead }) => !isRead) : [];
    const [one, other] = unread.map((message) => message.id);
    const mark = (messageId = '', isRead = true) =>
      handlers.edit(id, { kind: 'mark-message', messageId, isRead });
    const asked = () => partsAsked(world).filter((path) => path === '/me/mailFolders/inbox').length;
    const lookups = asked();
    await mark(one);
    expect(fake.badge).toBe(String(before - 1));
    await handlers.edit(id, { kind: 'archive-message', messageId: other ?? '' });
    expect(fake.badge).toBe(String(before - 2));
    await mark(one, false);
    expect(fake.badge).toBe(String(before - 1));
    expect(asked()).toBe(lookups);
    await world.nextAlarm();
    expect(fake.badge).toBe(String(before - 1));
  });

  it('is not overwritten by a check that began before an edit', async () => {
    world.tenant.control.consentForOrganisation(['Mail.ReadWrite']);
    const id = await world.watching(['unread']);
    const before = await unreadOf(id);
    const { handlers, services } = world.background;
    const inbox = await handlers.getInbox(id);
    const found = inbox.kind === 'ready' ? inbox.data.messages.find(({ isRead }) => !isRead) : undefined;
    const held = defer();
    world.tenant.control.faults.delay.graph = held.promise;
    const asked = world.tenant.control.counters.graph;
    world.passTime(10 * MINUTE);
    const looked = services.watches.attend();
    await expect.poll(() => world.tenant.control.counters.graph).toBe(asked + 1);
    world.tenant.control.faults.delay.graph = null;
    await handlers.edit(id, { kind: 'mark-message', messageId: found?.id ?? '', isRead: true });
    world.tenant.control.deliverMail(mira(), 5);
    held.resolve();
    await looked;
    expect(fake.badge).toBe(String(before - 1));
  });

  it('disappears without a mark if the mailbox no longer has a count, and is checked once an hour', async () => {
    const id = await world.watching(['unread']);
    world.tenant.control.faults.graph['/v1.0/me/mailFolders'] = { status: 403, body: {} };
    await world.nextAlarm();
    expect(fake.badge).toBe('');
    expect((await world.state(id)).unread).toMatchObject({
      obstacle: { reason: 'no-access' },
      lookedAt: null,
    });
    const at = Date.now();
    expect(((await world.nextAlarm()) ?? 0) - at).toBeGreaterThan(45 * MINUTE);
  });

  it('disappears at once with its alarm when it is turned off', async () => {
    const id = await world.watching(['unread']);
    await world.background.handlers.setWatch(id, 'unread', false);
    expect(fake.badge).toBe('');
    expect(surroundings.alarms.size).toBe(0);
    expect(await watchOf(id).get()).toBeNull();
  });

  it("is the sum of two accounts, each read separately, and the other's alone after a sign-out", async () => {
    const { tenant } = world;
    const id = await world.watching(['unread']);
    const mine = await unreadOf(id);
    world.person.is = world.someone('administrator');
    const session = await world.background.signIn();
    if (session.status !== 'signed-in') throw new Error('nobody came');
    const other = session.account.id;
    await world.background.handlers.setWatch(other, 'unread', true);
    await world.settled();
    const theirs = await unreadOf(other);
    expect(fake.badge).toBe(String(mine + theirs));
    tenant.control.deliverMail(world.someone('administrator'), 2);
    await world.live(20 * MINUTE);
    expect(fake.badge).toBe(String(mine + theirs + 2));
    await world.background.handlers.signOut([id]);
    await badge(String(theirs + 2));
  });

  it('is read about every five minutes, at varying times', async () => {
    await world.watching(['unread']);
    const times: number[] = [];
    for (let count = 0; count < 12; count += 1) times.push((await world.nextAlarm()) ?? 0);
    const gaps = times.slice(1).map((at, index) => (at - (times[index] ?? 0)) / MINUTE);
    for (const gap of gaps) {
      expect(gap).toBeGreaterThanOrEqual(4);
      expect(gap).toBeLessThanOrEqual(6.1);
    }
    expect(new Set(gaps).size).toBe(gaps.length);
  });
});
