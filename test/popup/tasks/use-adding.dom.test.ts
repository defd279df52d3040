import { renderHook } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Editing } from '../../../popup/data/use-editing.ts';
import { toDay } from '../../../popup/tasks/due-groups.ts';
import { useAdding } from '../../../popup/tasks/use-adding.ts';
import { type Place, START } from '../../../popup/use-place.ts';
import type { Edit } from '../../../src/edits.ts';
import { mira, sam } from '../../fakes/page/people.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';

const add = (title: string, part: { due?: string; link?: string } = {}): Edit => ({
  kind: 'add-task',
  title,
  due: part.due ?? null,
  link: part.link ?? null,
});
const archive: Edit = { kind: 'archive-message', messageId: 'm' };
const wishing = (edit: Edit, accountId = mira.id): Place => ({ ...START, wish: { accountId, edit } });
const refusing = (edit: Edit): Partial<Editing> => ({
  refusal: { edit, purpose: 'tasks-change', reply: { kind: 'obstacle', obstacle: { reason: 'offline' } } },
});

/** The field for a new task; what it makes is under way until the test says that it is done. */
function show({ place = START, editing = {} as Partial<Editing> } = {}) {
  const made: Edit[] = [];
  const now: { underWay: Edit[]; done: Edit[] } = { underWay: [...(editing.underWay ?? [])], done: [] };
  const { result, rerender } = renderHook(() =>
    useAdding(mira.id, place, {
      ...quietEditing,
      ...editing,
      underWay: now.underWay,
      since: () => [...now.done, ...now.underWay],
      make(edit) {
        made.push(edit);
        now.underWay = [...now.underWay, edit];
      },
    }),
  );
  return {
    made,
    field: () => result.current,
    type: (text: string) => settle(() => result.current.type(text)),
    dueToday: (isDue: boolean) => settle(() => result.current.setDueToday(isDue)),
    add: () =>
      settle(() => {
        result.current.add();
        rerender();
      }),
    finish: () =>
      settle(() => {
        now.done = [...now.done, ...now.underWay];
        now.underWay = [];
        rerender();
      }),
    fail: () =>
      settle(() => {
        now.underWay = [];
        rerender();
      }),
  };
}

describe('The field for a new task', () => {
  it('adds what is typed, and is empty once that has become a task', async () => {
    const { field, type, add: addTask, made, finish } = show();
    expect(field()).toMatchObject({ text: '', isDueToday: false, isTooLong: false, isUnderWay: false });
    await type('  Prune  the\u202E ferns ');
    await addTask();
    expect(made).toEqual([add('Prune the ferns')]);
    expect(field()).toMatchObject({ text: '  Prune  the\u202E ferns ', isUnderWay: true });
    await finish();
    expect(field()).toMatchObject({ text: '', isUnderWay: false });
  });

  it('adds what is due today', async () => {
    const { type, dueToday, add: addTask, made } = show();
    await type('Prune');
    await dueToday(true);
    await addTask();
    expect(made).toEqual([add('Prune', { due: toDay(Date.now()) })]);
  });

  it('keeps what was typed while the task before was added', async () => {
    const { type, add: addTask, finish, field } = show();
    await type('Prune');
    await addTask();
    await type('Prune and sow');
    await finish();
    expect(field().text).toBe('Prune and sow');
  });

  it('keeps what was typed if it has not become a task', async () => {
    const { type, add: addTask, fail, field, made } = show();
    await type('Prune');
    await addTask();
    await fail();
    expect(field()).toMatchObject({ text: 'Prune', isUnderWay: false });
    await addTask();
    expect(made).toHaveLength(2);
  });

  it('refuses an empty title and one that is too long, and adds no task twice', async () => {
    const { type, add: addTask, field, made } = show();
    await type('   ');
    await addTask();
    await type('x'.repeat(256));
    expect(field().isTooLong).toBe(true);
    await addTask();
    expect(made).toEqual([]);
    await type('x'.repeat(255));
    expect(field().isTooLong).toBe(false);
    await addTask();
    await addTask();
    expect(made).toHaveLength(1);
  });

  it('adds nothing while another task is being added, and is not held up by other changes', async () => {
    const busy = show({ editing: { underWay: [add('Sow', { link: 'https://x.example/' })] } });
    await busy.type('Prune');
    await busy.add();
    expect([busy.field().isUnderWay, busy.made]).toEqual([true, []]);
    const other = show({ editing: { underWay: [archive] } });
    await other.type('Prune');
    await other.add();
    expect(other.made).toHaveLength(1);
  });
});

describe('A task that was typed before the popup was closed', () => {
  it.each<[string, Parameters<typeof show>[0]]>([
    ['waits for its permission', { place: wishing(add('Prune')) }],
    ['was refused', { editing: refusing(add('Prune')) }],
    ['is under way', { editing: { underWay: [archive, add('Prune')] } }],
  ])('is in the field again if it %s', (_what, options) => {
    expect(show(options).field()).toMatchObject({ text: 'Prune', isDueToday: false });
  });

  it('is due today again if it was', () => {
    const due = toDay(Date.now());
    expect(show({ place: wishing(add('Prune', { due })) }).field().isDueToday).toBe(true);
    expect(show({ place: wishing(add('Prune', { due: '2020-01-01' })) }).field().isDueToday).toBe(false);
  });

  it.each<[string, Parameters<typeof show>[0]]>([
    ['another account’s', { place: wishing(add('Prune'), sam.id) }],
    ['made from a page', { place: wishing(add('Prune', { link: 'https://x.example/' })) }],
    ['no task', { place: wishing(archive) }],
    ['a refusal of something else', { editing: refusing(archive) }],
  ])('is not in the field if it is %s', (_what, options) => {
    expect(show(options).field().text).toBe('');
  });

  it('is taken out of the field once it has become a task', async () => {
    const { field, finish } = show({ editing: { underWay: [add('Prune')] } });
    await finish();
    expect(field().text).toBe('');
  });
});
