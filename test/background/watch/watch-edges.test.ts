import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { readMeetings } from '../../../background/watch/meetings.ts';
import { clearNoticesBut } from '../../../background/watch/notices.ts';
import { planReminders, toReminder } from '../../../background/watch/reminders.ts';
import { lookForReturn, PERIOD_MS } from '../../../background/watch/schedule.ts';
import { beginLook, recordLook, refreshStand } from '../../../background/watch/stand.ts';
import { meetingsOf, watchOf } from '../../../src/storage.ts';
import type { Meeting, Meetings } from '../../../src/watch-memory.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { fakeGraph } from '../graph/fake-graph.ts';
import { account, everything, HOUR, ID, ledgerOf, MINUTE, meetingOf, NOW, standOf } from './signed-in.ts';

const meeting = (id: string, part: Partial<Meeting> = {}) => meetingOf({ id, subject: id, ...part });
const known: Meetings = { from: NOW, until: NOW + 20 * HOUR, next: '/next', events: [], series: [] };
const stand = standOf();
const lot = () => 0.5;

beforeEach(resetFakeBrowser);
afterEach(() => {
  vi.restoreAllMocks();
});

describe('A look', () => {
  async function look(replies: Parameters<typeof recordLook>[1]['replies'], on = account()) {
    const begun = await beginLook(account(), NOW);
    if (!begun) throw new Error('The look is not due.');
    const found = { replies, startedAt: NOW, isOffline: false };
    await recordLook(on, found, { begun, isIdle: false, isUndisturbed: true, now: NOW, lot });
    return watchOf(ID).get();
  }

  it('keeps the known meetings if it fails for a passing reason', async () => {
    await watchOf(ID).set(stand);
    await meetingsOf(ID).set(known);
    await look({ meetings: { kind: 'obstacle', obstacle: { reason: 'throttled' } } });
    expect(await meetingsOf(ID).get()).toEqual(known);
  });

  it('is followed by the usual one if its subject was turned off meanwhile', async () => {
    await watchOf(ID).set(stand);
    const after = await look({ unread: { kind: 'ready', data: 1, readAt: NOW } }, account([]));
    expect(after?.nextAt).toBe(NOW + PERIOD_MS);
  });

  it('leaves nothing in memory once nothing is on', async () => {
    await watchOf(ID).set(stand);
    const circumstances = { isLookWanted: false, isStarting: false, now: NOW, lot };
    await refreshStand(account([]), ledgerOf(everything), circumstances);
    expect(fake.session.items).toEqual({});
  });

  it('stays as it ended if its permission is part of a broader one that nobody was asked for', async () => {
    const declined = { reason: 'declined', purpose: 'mail-list' } as const;
    await watchOf(ID).set({ ...stand, obstacles: { unread: declined } });
    const circumstances = { isLookWanted: false, isStarting: false, now: NOW, lot };
    const refreshed = await refreshStand(account(['unread']), ledgerOf({ 'Mail.Read': {} }), circumstances);
    expect(refreshed).toMatchObject({ open: ['unread'], stand: { obstacles: { unread: declined } } });
  });

  it.each([
    ['this moment', NOW, 1, true],
    ['a moment less than a period ago', NOW - PERIOD_MS + 1, 1, true],
    ['a period ago', NOW - PERIOD_MS, 1, false],
    ['a period ago, of two things', NOW - PERIOD_MS, 2, true],
    ['two periods ago, of two things', NOW - 2 * PERIOD_MS, 2, false],
    ['a moment less than a period ago, of nothing', NOW - PERIOD_MS + 1, 0, true],
  ])(
    'serves a person who comes back, or is repeated, if it was made %s: %#',
    (_when, triedAt, watched, isFresh) => {
      const nextAt = NOW + HOUR;
      const at = lookForReturn({ nextAt, triedAt, watched }, NOW, lot);
      expect(at).toBe(isFresh ? nextAt : NOW + 15_000);
    },
  );
});

describe('Reminders', () => {
  it('are two for two meetings that begin together', () => {
    const { due, valid } = planReminders([meeting('a'), meeting('b')], [toReminder(meeting('a'))], NOW);
    expect([due.map(({ id }) => id), valid.map(({ eventId }) => eventId)]).toEqual([['b'], ['a']]);
  });

  it.each(['organizer', 'accepted', 'tentativelyAccepted'] as const)(
    'come first for a meeting that the person has answered: %s',
    (response) => {
      const others = ['a', 'b', 'c'].map((id) => meeting(id, { response: 'notResponded' }));
      const { due } = planReminders([...others, meeting('own', { response })], [], NOW);
      expect(due.map(({ id }) => id)).toEqual(['own', 'a', 'b']);
    },
  );

  it('stay where the browser has taken the permission back and still shows them', async () => {
    const { notifications } = browser;
    surroundings.allowed.add('notifications');
    const shown = browser.notifications;
    surroundings.allowed.clear();
    expect(notifications).toBeUndefined();
    vi.spyOn(browser, 'notifications', 'get').mockReturnValue(shown);
    surroundings.notices.set('meeting 1 a', { title: '', message: '', iconUrl: '' });
    await clearNoticesBut(new Set());
    expect([...surroundings.notices.keys()]).toEqual(['meeting 1 a']);
  });
});

describe('The meetings that are known', () => {
  const delta = (...value: unknown[]) => ({
    body: { value, '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/me/calendarView/delta?token=2' },
  });

  it('are followed by their changes after a complete read', async () => {
    await meetingsOf(ID).set(known);
    const graph = fakeGraph((path) => (path === '/next' ? { body: null, status: 410 } : delta()));
    expect(await readMeetings(graph, ID, NOW)).toMatchObject({ next: '/me/calendarView/delta?token=2' });
    expect(graph.paths).toEqual(['/next', '/me/calendarView/delta']);
  });

  it('keep their series when something else changes', async () => {
    await meetingsOf(ID).set({ ...known, series: [meeting('weekly')] });
    expect(
      await readMeetings(
        fakeGraph(() => delta()),
        ID,
        NOW,
      ),
    ).toMatchObject({
      series: [meeting('weekly')],
    });
  });

  it.each(['throttled', 'offline'] as const)(
    'are not viewed in place of changes if those are %s',
    async (reason) => {
      const graph = fakeGraph((path) => (path.includes('/delta') ? { reason } : { body: { value: [] } }));
      await expect(readMeetings(graph, ID, NOW)).rejects.toMatchObject({ reason });
      expect(graph.paths).toHaveLength(1);
    },
  );

  it('are not viewed in place of changes because of a bug', async () => {
    const bug = new TypeError('oops');
    const graph = fakeGraph(() => {
      throw bug;
    });
    await expect(readMeetings(graph, ID, NOW + MINUTE)).rejects.toBe(bug);
  });
});
