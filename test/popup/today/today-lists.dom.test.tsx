import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Greeting } from '../../../popup/today/greeting.tsx';
import { MeetingCard } from '../../../popup/today/meeting-card.tsx';
import { TodayCalendar } from '../../../popup/today/today-calendar.tsx';
import { TodayFiles } from '../../../popup/today/today-files.tsx';
import { TodayMail } from '../../../popup/today/today-mail.tsx';
import { TodayTasks } from '../../../popup/today/today-tasks.tsx';
import type { FileItem } from '../../../src/data/files.ts';
import type { MessageSummary } from '../../../src/data/mail.ts';
import { clockTime } from '../../../src/ui/times.ts';
import { say, sayCount, type WordKey } from '../../../src/words.ts';
import { settle } from '../../fakes/page/settle.ts';
import { event, at as timeAt } from './event.ts';

const HOUR_MS = 3_600_000;
const NOW = timeAt('10:00');
const MORNING = timeAt('09:00');

describe('The greeting', () => {
  it.each<[number, WordKey]>([
    [0, 'greetEvening'],
    [3, 'greetEvening'],
    [4, 'greetMorning'],
    [11, 'greetMorning'],
    [12, 'greetDay'],
    [17, 'greetDay'],
    [18, 'greetEvening'],
    [23, 'greetEvening'],
  ])('at %i o’clock is %s', (hour, words) => {
    render(<Greeting now={timeAt(`${String(hour).padStart(2, '0')}:59`)} />);
    expect(screen.getByRole('heading').textContent).toBe(say(words));
  });
});

describe('The next meeting', () => {
  it('says how soon it begins, and leads into it', () => {
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/1';
    render(<MeetingCard event={event('Review', '10:20', '11:00', { joinUrl })} now={NOW} />);
    expect(document.querySelector('.countdown')?.textContent).toContain('20');
    expect(document.querySelector('article')?.dataset.phase).toBe('to-come');
    const join = screen.getByRole<HTMLAnchorElement>('link', { name: say('joinMeeting', 'Review') });
    expect([join.href, join.rel]).toEqual([joinUrl, 'noreferrer noopener']);
  });

  it('says until when it goes on', () => {
    render(<MeetingCard event={event('Review', '09:00', '11:00')} now={NOW} />);
    expect(document.querySelector('.countdown')?.textContent).toBe(
      say('nowUntil', clockTime(timeAt('11:00'))),
    );
    expect(document.querySelector('article')?.dataset.phase).toBe('now');
  });

  it('says only that it goes on where it ends on another day', () => {
    render(<MeetingCard event={event('Trip', '09:00', '11:00', { end: NOW + 24 * HOUR_MS })} now={NOW} />);
    expect(document.querySelector('.countdown')?.textContent).toBe(say('eventNow'));
  });

  it('has no way in where it is not held online, and a name where it has none', () => {
    render(<MeetingCard event={event('a', '11:00', '12:00', { subject: '' })} now={NOW} />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(document.querySelector('.meeting-name')?.textContent).toBe(say('noTitle'));
  });
});

describe('The day', () => {
  it('says that there are no meetings', () => {
    render(<TodayCalendar events={[]} now={NOW} />);
    expect(document.body.textContent).toContain(say('noMeetings'));
    expect(document.querySelector('.day-line')).toBeNull();
  });

  it('names the meeting after the one that goes on', () => {
    const events = [event('Now', '09:30', '10:30'), event('Then', '11:00', '12:00')];
    render(<TodayCalendar events={events} now={NOW} />);
    expect(document.querySelector('.meeting-name')?.textContent).toBe('Now');
    expect(document.querySelector('.day-note')?.textContent).toContain('Then');
  });

  it('names what lasts all day, and draws it not as a meeting', () => {
    const end = timeAt('00:00') + 24 * HOUR_MS;
    const holiday = event('Holiday', '00:00', '00:00', { end, isAllDay: true, showAs: 'free' });
    render(<TodayCalendar events={[holiday]} now={NOW} />);
    expect(document.querySelector('.day-all-day')?.textContent).toContain('Holiday');
    expect(document.querySelector('.day-event')).toBeNull();
  });
});

describe('The newest messages', () => {
  const message = (id: string, part: Partial<MessageSummary> = {}): MessageSummary => ({
    id,
    subject: `Subject ${id}`,
    from: { name: 'Ana', address: 'ana@example.com' },
    receivedAt: MORNING,
    isRead: true,
    isFlagged: false,
    hasAttachments: false,
    ...part,
  });
  const inbox = (messages: MessageSummary[]) => ({ messages, next: null, unread: 0 });

  it('are three, and one is opened at a click', async () => {
    const onOpen = vi.fn();
    render(
      <TodayMail inbox={inbox(['a', 'b', 'c', 'd'].map((id) => message(id)))} now={NOW} onOpen={onOpen} />,
    );
    const rows = screen.getAllByRole('button');
    expect(rows).toHaveLength(3);
    await settle(() => rows[1]?.click());
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('b');
  });

  it('say which of them are unread, also to those who do not see it', () => {
    render(<TodayMail inbox={inbox([message('a', { isRead: false })])} now={NOW} onOpen={() => undefined} />);
    expect(screen.getByRole('button').textContent).toContain(say('unread'));
    expect(document.querySelector('.row-strong')).not.toBeNull();
  });

  it('have words in the place of a sender and a subject that are missing', () => {
    render(
      <TodayMail
        inbox={inbox([message('a', { from: null, subject: '' })])}
        now={NOW}
        onOpen={() => undefined}
      />,
    );
    const text = screen.getByRole('button').textContent;
    expect(text).toContain(say('noSender'));
    expect(text).toContain(say('noSubject'));
  });

  it('shows a sentence if it has no rows', () => {
    render(<TodayMail inbox={inbox([])} now={NOW} onOpen={() => undefined} />);
    expect(document.body.textContent).toContain(say('mailNone'));
  });
});

describe('The list of due tasks', () => {
  const task = (id: string, due: string | null) => ({
    ...{ id, listId: 'l', title: `Task ${id}`, due },
    ...{ isDone: false, isImportant: false, link: null, isComing: false },
  });

  it('is shown by what is due first, four of them, with the way to the others', async () => {
    const onMore = vi.fn();
    const tasks = [
      ...['1', '2', '3', '4', '5', '6'].map((id) => task(id, '2026-03-04')),
      task('later', '2026-03-05'),
      task('some day', null),
    ];
    render(<TodayTasks tasks={tasks} now={NOW} onTick={() => undefined} onMore={onMore} />);
    expect(screen.getAllByRole('checkbox')).toHaveLength(4);
    const more = screen.getByRole('button');
    expect(more.textContent).toBe(sayCount('moreTasks', 2));
    await settle(() => more.click());
    expect(onMore).toHaveBeenCalledOnce();
  });

  it('can be ticked off, and says its day only where that is not today', async () => {
    const onTick = vi.fn();
    const [late, due] = [task('late', '2026-03-03'), task('due', '2026-03-04')];
    render(<TodayTasks tasks={[late, due]} now={NOW} onTick={onTick} onMore={() => undefined} />);
    expect(document.querySelector('[data-task=late] .task-due')).not.toBeNull();
    expect(document.querySelector('[data-task=due] .task-due')).toBeNull();
    await settle(() => document.querySelector<HTMLElement>('[data-task=due] input')?.click());
    expect(onTick).toHaveBeenCalledExactlyOnceWith(due, true);
  });

  it('cannot be ticked off before Microsoft knows of it', () => {
    const coming = { ...task('new', '2026-03-04'), isComing: true };
    render(<TodayTasks tasks={[coming]} now={NOW} onTick={() => undefined} onMore={() => undefined} />);
    expect(screen.getByRole<HTMLInputElement>('checkbox').disabled).toBe(true);
  });

  it('shows a sentence if no task is due', () => {
    render(<TodayTasks tasks={[]} now={NOW} onTick={() => undefined} onMore={() => undefined} />);
    expect(document.body.textContent).toContain(say('dueNone'));
  });
});

describe('The files that were used last', () => {
  const file = (id: string, kind: FileItem['kind']): FileItem => ({
    ...{ id, name: `${id}.x`, kind, url: `https://example.com/${id}` },
    ...{ changedAt: MORNING, changedBy: null, folder: null },
  });

  it('are three, without folders', () => {
    const items = [
      file('a', 'word'),
      file('b', 'folder'),
      file('c', 'excel'),
      file('d', 'pdf'),
      file('e', 'pdf'),
    ];
    render(<TodayFiles files={{ hasDrive: true, items }} now={NOW} />);
    const links = screen.getAllByRole<HTMLAnchorElement>('link').map(({ href }) => href);
    expect(links).toEqual(['a', 'c', 'd'].map((id) => `https://example.com/${id}`));
  });

  it.each<[boolean, WordKey]>([
    [true, 'filesNone'],
    [false, 'noDriveTitle'],
  ])('are none, and why is said (a drive: %s)', (hasDrive, words) => {
    render(<TodayFiles files={{ hasDrive, items: [] }} now={NOW} />);
    expect(document.body.textContent).toContain(say(words));
  });
});
