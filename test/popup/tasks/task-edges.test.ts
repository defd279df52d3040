import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  DUE_GROUPS,
  firstDayOfWeek,
  groupByDue,
  midnightOf,
  toDay,
} from '../../../popup/tasks/due-groups.ts';
import { dueWords, saysItsDay } from '../../../popup/tasks/due-words.ts';
import { tasksToShow } from '../../../popup/tasks/shown-tasks.ts';
import type { Edit } from '../../../src/edits.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const noon = (day: string) => new Date(`${day}T12:00:00`).getTime();

describe('The groups of tasks', () => {
  it('reach from a Saturday to the next Friday where the week begins on Saturday', () => {
    const due = ['2026-03-13', '2026-03-14'].map((day) => ({ due: day }));
    const groups = groupByDue(due, noon('2026-03-07'), 'ar-EG');
    expect(groups.map(({ name, tasks }) => [name, tasks[0]?.due])).toEqual([
      ['this-week', '2026-03-13'],
      ['later', '2026-03-14'],
    ]);
  });

  it('name the day in their heading if it is one day, or none', () => {
    expect(DUE_GROUPS.filter(saysItsDay)).toEqual(['today', 'tomorrow', 'no-date']);
  });

  it('compare days by names of one length', () => {
    expect(toDay(midnightOf('0999-01-02'))).toBe('0999-01-02');
  });
});

it('tells a due day of a week ago by its date', () => {
  expect(dueWords('2026-02-25', noon('2026-03-04'), 'en-GB')).toBe('25 Feb');
  expect(dueWords('2026-02-26', noon('2026-03-04'), 'en-GB')).toBe('6 days ago');
});

describe('The first day of the week', () => {
  /** Has the browser say this of a locale. */
  function answer(place: object): void {
    class FakeLocale {
      constructor() {
        Object.assign(this, place);
      }
    }
    vi.spyOn(Intl, 'Locale').mockImplementation(FakeLocale as never);
  }

  it.each([
    ['the method of newer browsers', { getWeekInfo: () => ({ firstDay: 7 }), weekInfo: { firstDay: 6 } }, 0],
    ['the accessor of older ones', { weekInfo: { firstDay: 6 } }, 6],
    ['a method that is none', { getWeekInfo: 5, weekInfo: { firstDay: 6 } }, 6],
    ['nothing, as Firefox 140', {}, 1],
    ['nothing of use', { weekInfo: null }, 1],
    ['a text', { weekInfo: 'Sunday' }, 1],
    ['a day in words', { weekInfo: { firstDay: 'sun' } }, 1],
  ])('is known by %s', (_what, place, day) => {
    answer(place);
    expect(firstDayOfWeek('xx')).toBe(day);
  });
});

describe('A task that is being added', () => {
  const made: { at: number; edit: Edit }[] = [
    { at: 150, edit: { kind: 'mark-message', messageId: 'm', isRead: true } },
    { at: 160, edit: { kind: 'add-task', title: 'Sow', due: '2026-03-04', link: 'https://x.example/' } },
    { at: 170, edit: { kind: 'add-task', title: 'Prune', due: null, link: null } },
  ];
  const since = (at: number) => made.filter((each) => each.at > at).map(({ edit }) => edit);
  const coming = { isDone: false, isImportant: false, isComing: true };

  it('is shown as it will be, in the default list, under an id of its own', () => {
    const lists = [
      { id: 'garden', name: 'Garden', isDefault: false },
      { id: 'home', name: 'Tasks', isDefault: true },
    ];
    const shown = tasksToShow({ lists, tasks: [] }, null, { since }, 100);
    expect(shown).toEqual([
      {
        id: 'coming-1',
        listId: 'home',
        title: 'Sow',
        due: '2026-03-04',
        link: 'https://x.example/',
        ...coming,
      },
      { id: 'coming-2', listId: 'home', title: 'Prune', due: null, link: null, ...coming },
    ]);
  });

  it('is shown in no list if none is the default one', () => {
    const shown = tasksToShow({ lists: [], tasks: [] }, null, { since }, 160);
    expect(shown).toEqual([{ id: 'coming-0', listId: '', title: 'Prune', due: null, link: null, ...coming }]);
  });
});
