import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clearNoticesBut, noticeOf, showNotice } from '../../../background/watch/notices.ts';
import { remind } from '../../../background/watch/remind.ts';
import { meetingsOf, remindersOf } from '../../../src/storage.ts';
import type { Meeting, Meetings } from '../../../src/watch-memory.ts';
import { EXTENSION_URL, fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { bookOf, HOUR, ID, MINUTE, NOW } from './signed-in.ts';

const LINK = 'https://teams.microsoft.com/l/1';
const meeting = (part: Partial<Meeting> = {}): Meeting => ({
  id: 'one',
  subject: 'Ferns',
  start: NOW + 4 * MINUTE,
  end: NOW + 34 * MINUTE,
  isAllDay: false,
  isCancelled: false,
  location: 'Pond',
  response: 'accepted',
  joinUrl: null,
  webLink: null,
  series: null,
  ...part,
});
const known = (events: Meeting[]): Meetings => ({
  from: NOW - HOUR,
  until: NOW + 36 * HOUR,
  next: '/next',
  events,
  series: [],
});
const shown = (notice: string) => surroundings.notices.get(notice);
const reminder = (id: string, part: Partial<Meeting> = {}) => ({
  eventId: id,
  start: meeting(part).start,
  url: null,
});

beforeEach(() => {
  resetFakeBrowser();
  surroundings.allowed.add('notifications');
});

describe('A notice', () => {
  it('says what the meeting is, when and where, without a button if there is no link', async () => {
    await showNotice('n', meeting());
    expect(shown('n')).toEqual({
      type: 'basic',
      iconUrl: `${EXTENSION_URL}icons/icon-128.png`,
      title: 'Ferns',
      message: expect.stringMatching(/\d.*–.*\d.*\nPond$/),
    });
  });

  it('says only when it is if nobody knows where, and that it has no subject', async () => {
    for (const location of [null, ' \u0000']) {
      await showNotice('n', meeting({ location, subject: ' \n' }));
      expect(shown('n')?.title).toBe('(No subject)');
      expect(shown('n')?.message).not.toContain('\n');
    }
  });

  it('has a button to join in Chromium', async () => {
    await showNotice('n', meeting({ joinUrl: LINK }));
    expect(shown('n')).toMatchObject({ buttons: [{ title: 'Join' }] });
    expect(shown('n')?.message).toMatch(/\nPond$/);
  });

  it('says that a click joins in a browser that refuses buttons', async () => {
    surroundings.hasButtons = false;
    await showNotice('n', meeting({ joinUrl: LINK }));
    expect(shown('n')).not.toHaveProperty('buttons');
    expect(shown('n')?.message).toMatch(/\nPond\nClick here to join$/);
  });

  it('is called by its meeting and its time', () => {
    expect(noticeOf(reminder('one'))).toBe(`meeting ${NOW + 4 * MINUTE} one`);
  });
});

describe('Notices of meetings that are no longer so', () => {
  const notice = { title: '', message: '', iconUrl: '' };

  beforeEach(() => {
    for (const name of ['meeting 1 a', 'meeting 2 b', 'other', 'my meeting 1 a']) {
      surroundings.notices.set(name, notice);
    }
  });

  it('are taken away, and all others stay', async () => {
    await clearNoticesBut(new Set(['meeting 2 b']));
    expect([...surroundings.notices.keys()]).toEqual(['meeting 2 b', 'other', 'my meeting 1 a']);
  });

  it('are left to a browser that does not allow notifications', async () => {
    surroundings.allowed.delete('notifications');
    await clearNoticesBut(new Set());
    expect(surroundings.notices.size).toBe(4);
  });
});

describe('Reminders', () => {
  it('are shown once and kept, and the next one is known', async () => {
    const later = meeting({ id: 'later', start: NOW + HOUR, end: NOW + 2 * HOUR });
    await meetingsOf(ID).set(known([meeting(), later]));
    const first = await remind(bookOf(ID), ID, NOW);
    const notice = noticeOf(reminder('one'));
    expect(first).toEqual({ notices: [notice], nextAt: NOW + 55 * MINUTE });
    expect(await remindersOf(ID).get()).toEqual([reminder('one')]);
    expect(await remind(bookOf(ID), ID, NOW + MINUTE)).toEqual(first);
    expect(surroundings.noticesShown).toEqual([notice]);
  });

  it('stay as they are if nothing is known of the meetings', async () => {
    expect(await remind(bookOf(ID), ID, NOW)).toEqual({ notices: [], nextAt: null });
    await remindersOf(ID).set([reminder('one')]);
    expect(await remind(bookOf(ID), ID, NOW)).toEqual({ notices: [noticeOf(reminder('one'))], nextAt: null });
  });

  it('are dropped with their meetings', async () => {
    await meetingsOf(ID).set(known([]));
    await remindersOf(ID).set([reminder('one')]);
    expect(await remind(bookOf(ID), ID, NOW)).toEqual({ notices: [], nextAt: null });
    expect(await remindersOf(ID).get()).toEqual([]);
  });

  it('are not kept for an account that has signed out meanwhile', async () => {
    await meetingsOf(ID).set(known([meeting()]));
    await remind(bookOf(), ID, NOW);
    expect(await remindersOf(ID).get()).toBeNull();
  });

  it('write nothing if nothing is new', async () => {
    await meetingsOf(ID).set(known([]));
    await remind(bookOf(ID), ID, NOW);
    expect(await remindersOf(ID).get()).toBeNull();
  });

  it('are tried again if the browser does not show them, unless there are too many', async () => {
    const noise = vi.spyOn(console, 'error').mockReturnValue();
    const many = ['a', 'b', 'c', 'd'].map((id) => meeting({ id }));
    await meetingsOf(ID).set(known(many));
    surroundings.areNoticesBroken = true;
    expect((await remind(bookOf(ID), ID, NOW)).notices).toEqual([noticeOf(reminder('d'))]);
    expect(noise).toHaveBeenCalledTimes(3);
    surroundings.areNoticesBroken = false;
    await remind(bookOf(ID), ID, NOW + MINUTE);
    expect(surroundings.noticesShown).toEqual(['a', 'b', 'c'].map((id) => noticeOf(reminder(id))));
    expect(await remindersOf(ID).get()).toHaveLength(4);
    expect(fake.local.items).toEqual({});
    noise.mockRestore();
  });
});
