import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyEdit, applyToMessages } from '../../src/apply-edit.ts';
import type { CalendarEvent } from '../../src/data/calendar.ts';
import type { MessageSummary } from '../../src/data/mail.ts';
import type { Edit } from '../../src/edits.ts';
import { inTheWay, isAboutConsent } from '../../src/in-the-way.ts';
import { splitMatches } from '../../src/matches.ts';
import { taskOfPage, toTitle } from '../../src/page-task.ts';
import { readSettings } from '../../src/settings.ts';
import { wordAbout } from '../../src/word-names.ts';
import { apart } from '../../src/words.ts';

const mark: Edit = { kind: 'mark-message', messageId: 'a', isRead: true };

describe('A change', () => {
  const message = (id: string): MessageSummary => ({
    id,
    subject: id,
    from: null,
    receivedAt: 0,
    isRead: false,
    isFlagged: false,
    hasAttachments: false,
  });
  const messages = [message('a'), message('b')];
  const event = (id: string): CalendarEvent => ({
    id,
    subject: id,
    start: 0,
    end: 1,
    isAllDay: false,
    isCancelled: false,
    location: null,
    organizer: null,
    showAs: 'busy',
    response: 'notResponded',
    joinUrl: null,
    webLink: null,
  });

  it('changes only the message that it names', () => {
    const flagged = applyToMessages(messages, { kind: 'flag-message', messageId: 'b', isFlagged: true });
    expect(flagged).toEqual([message('a'), { ...message('b'), isFlagged: true }]);
    expect(applyToMessages(messages, mark)).toEqual([{ ...message('a'), isRead: true }, message('b')]);
    expect(applyToMessages(messages, { kind: 'archive-message', messageId: 'a' })).toEqual([message('b')]);
  });

  it('returns the same list if it touches no message', () => {
    for (const edit of [
      { kind: 'archive-message', messageId: 'z' },
      { kind: 'flag-message', messageId: 'z', isFlagged: true },
      { kind: 'set-presence', choice: 'Busy' },
    ] as const) {
      expect(applyToMessages(messages, edit)).toBe(messages);
    }
  });

  it('answers the one event that it is about', () => {
    const events = [event('a'), event('b')];
    const answered = applyEdit('getCalendar', events, {
      kind: 'answer-event',
      eventId: 'b',
      answer: 'accepted',
    });
    expect(answered).toEqual([event('a'), { ...event('b'), response: 'accepted' }]);
    expect(applyEdit('getCalendar', events, mark)).toBe(events);
  });

  it('leaves presence, tasks, files and the profile as they are if it concerns something else', () => {
    const presence = { availability: 'Away' as const };
    const tasks = { lists: [], tasks: [] };
    const files = { hasDrive: true, items: [] };
    const profile = { name: 'Mira', jobTitle: null, mail: '', officeLocation: null, photo: null };
    expect(applyEdit('getPresence', presence, mark)).toBe(presence);
    expect(applyEdit('getTasks', tasks, mark)).toBe(tasks);
    expect(applyEdit('getFiles', files, mark)).toBe(files);
    expect(applyEdit('getProfile', profile, mark)).toBe(profile);
  });
});

describe('The obstacle in front of data', () => {
  const likely = { reason: 'approval-likely', purpose: 'mail-list' } as const;
  const needed = { kind: 'obstacle', obstacle: { reason: 'approval-needed' } } as const;

  it('is the known one about consent while there is no answer', () => {
    expect(inTheWay(likely, null, 'mail-list').barrier).toBe(likely);
  });

  it('stays the known one unless a likely obstacle has become certain', () => {
    const declined = { reason: 'declined', purpose: 'mail-list' } as const;
    expect(inTheWay(declined, needed, 'mail-list').barrier).toBe(declined);
    expect(inTheWay(likely, needed, 'mail-list').barrier).toBe(needed.obstacle);
  });

  it('is about consent if there is a card for it', () => {
    expect([isAboutConsent(null), isAboutConsent(undefined)]).toEqual([false, false]);
    expect(
      ['paused', 'postponed', 'approval-needed'].map((reason) => isAboutConsent({ reason } as never)),
    ).toEqual([true, true, true]);
    expect(isAboutConsent({ reason: 'session-ended' })).toBe(false);
  });
});

describe('A name that was found', () => {
  it('is cut into the pieces that match, and those that do not', () => {
    expect(splitMatches('Mira Halloran', '  hal--mi ')).toEqual([
      { text: 'Mi', isMatch: true },
      { text: 'ra ', isMatch: false },
      { text: 'Hal', isMatch: true },
      { text: 'loran', isMatch: false },
    ]);
    expect(splitMatches('Mira', 'mira')).toEqual([{ text: 'Mira', isMatch: true }]);
    expect(splitMatches('', 'mira')).toEqual([]);
  });
});

describe('The task of a page', () => {
  it('is one for http as well', () => {
    expect(taskOfPage({ url: 'http://intranet/', title: 'Beds' })).toMatchObject({
      link: 'http://intranet/',
    });
  });

  it('has a link of up to 2,000 characters', () => {
    const link = (length: number) => {
      const begin = 'https://fernleigh.example/';
      return taskOfPage({ url: begin + 'a'.repeat(length - begin.length), title: 'Beds' })?.link ?? null;
    };
    expect(link(2000)).toHaveLength(2000);
    expect(link(2001)).toBeNull();
    const begin = 'https://fernleigh.example/#';
    const withPlace = begin + 'a'.repeat(2000 - begin.length);
    expect(taskOfPage({ url: withPlace, title: 'Beds' })?.link).toBe(withPlace);
  });

  it('has a title that ends with something to read', () => {
    expect(toTitle(`${'a'.repeat(254)} b`)).toBe('a'.repeat(254));
    expect(toTitle(' a  b ')).toBe('a b');
  });
});

describe('Words', () => {
  it('separate the text of another person from Lanyard’s own', () => {
    expect(apart('Ada')).toBe('\u2068Ada\u2069');
  });

  it('about something are called by its name', () => {
    expect(wordAbout('mail-list', 'Title')).toBe('mailListTitle');
    expect(wordAbout('Mail.ReadBasic', 'Name')).toBe('mailReadBasicName');
  });

  describe('in a browser of another language', () => {
    afterEach(() => {
      vi.restoreAllMocks();
      vi.resetModules();
    });

    it('have dates and numbers beside them in their own', async () => {
      vi.resetModules();
      vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
        locale: 'fr-FR',
      } as Intl.ResolvedDateTimeFormatOptions);
      const { say, wordLocale } = await import('../../src/words.ts');
      expect(wordLocale()).toBe(say('languageTag'));
      vi.restoreAllMocks();
      // Known once, and not asked for again.
      expect(wordLocale()).toBe(say('languageTag'));
    });
  });
});

it('signs people in with the registered app at Microsoft’s common authority', () => {
  expect(readSettings()).toEqual({
    clientId: '00000000-0000-4000-8000-000000000001',
    authority: 'https://login.microsoftonline.com/common',
  });
});
