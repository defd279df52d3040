import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toDueDay } from '../../../background/graph/task-days.ts';
import { editTask, readTasks } from '../../../background/graph/tasks.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith, optionsOf, withGraph } from './with-graph.ts';

const world = setUpWorld();

async function withTasks() {
  const { graph, id, asked } = await withGraph(world, ['tasks', 'tasks-change']);
  return {
    asked,
    tasks: (known?: string[]) => readTasks(graph, id, known),
    edit: (edit: Parameters<typeof editTask>[2]) => editTask(graph, id, edit),
  };
}

const LISTS = '/me/todo/lists';
const list = (id: string, wellknownListName = 'none') => ({ id, displayName: id, wellknownListName });
const task = (id: string, day: string | null, importance = 'normal') => ({
  id,
  title: id,
  status: 'notStarted',
  importance,
  ...(day === null ? {} : { dueDateTime: { dateTime: `${day}T00:00:00.0000000`, timeZone: 'UTC' } }),
});

/** Has Graph answer with these lists of tasks; the first is the default one. */
function answerWithTasks(lists: Record<string, unknown[]>): void {
  const [first = '', ...others] = Object.keys(lists);
  const value = [...others.map((id) => list(id)), list(first, 'defaultList')];
  world.tenant.control.faults.graph = { [`/v1.0${LISTS}`]: { status: 200, body: { value } } };
  for (const [id, tasks] of Object.entries(lists))
    answerWith(world, `${LISTS}/${id}/tasks`, { value: tasks });
}

describe('Tasks', () => {
  it('are the open ones, with their lists', async () => {
    const { tasks } = await withTasks();
    const found = await tasks();
    expect(found.lists[0]).toEqual({ id: expect.any(String), name: 'Tasks', isDefault: true });
    expect(found.lists.length).toBeGreaterThan(2);
    const ids = found.lists.map(({ id }) => id);
    for (const each of found.tasks) {
      expect(ids).toContain(each.listId);
      expect(each.isDone).toBe(false);
    }
    expect(found.tasks.map(({ title }) => title)).toContain('Sign off the watering rota');
    expect(found.tasks.map(({ title }) => title)).not.toContain('Count the pots');
    expect(found.tasks.some(({ link }) => link?.startsWith('https://outlook.office365.com/'))).toBe(true);
  });

  it('are sorted by due day, then by importance, with undated ones last', async () => {
    const { tasks } = await withTasks();
    answerWithTasks({
      a: [task('never', null), task('later', '2026-03-09'), task('soon', '2026-03-02')],
      b: [task('overdue', '2025-12-31'), task('soon!', '2026-03-02', 'high'), task('never!', null, 'high')],
    });
    const { lists, tasks: found } = await tasks();
    expect(lists.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(found.map(({ id }) => id)).toEqual(['overdue', 'soon!', 'soon', 'later', 'never!', 'never']);
  });

  it('come in the same batch as their lists if these are known', async () => {
    const { tasks, asked } = await withTasks();
    const first = await tasks();
    const known = first.lists.map(({ id }) => id);
    const before = [asked.length, world.network.asked.length] as const;
    expect(await tasks(known)).toEqual(first);
    expect(asked.length - before[0]).toBe(known.length + 1);
    expect(world.network.asked.slice(before[1])).toEqual(['https://graph.microsoft.com/v1.0/$batch']);
  });

  it('come in a second batch for a new list, and not at all for a deleted one', async () => {
    const { tasks, asked } = await withTasks();
    answerWithTasks({ a: [task('one', null)], b: [task('two', null)] });
    answerWith(world, `${LISTS}/gone/tasks`, {}, 404);
    const { lists, tasks: found } = await tasks(['gone', 'a']);
    expect(lists.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(found.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(asked.map(({ path }) => path.split('?')[0])).toEqual([
      `${LISTS}/gone/tasks`,
      `${LISTS}/a/tasks`,
      LISTS,
      `${LISTS}/b/tasks`,
    ]);
    expect(optionsOf(asked[0])).toEqual({ $filter: "status ne 'completed'", $top: '50' });
  });

  it('are shown even if one of their lists is gone', async () => {
    const { tasks } = await withTasks();
    answerWithTasks({ a: [task('one', null)] });
    answerWith(world, `${LISTS}/gone/tasks`, {}, 400);
    expect((await tasks(['gone', 'a'])).tasks.map(({ id }) => id)).toEqual(['one']);
  });

  it('come from eight lists at most', async () => {
    const { tasks } = await withTasks();
    const names = Array.from('abcdefghij');
    answerWithTasks(Object.fromEntries(names.map((name) => [name, [task(name, null)]])));
    const { lists, tasks: found } = await tasks();
    expect(lists).toHaveLength(8);
    expect(found).toHaveLength(8);
  });

  it('leave out malformed tasks, links and days', async () => {
    const { tasks } = await withTasks();
    const bare = { listId: 'a', due: null, isDone: false, isImportant: false, link: null };
    answerWithTasks({
      a: [
        null,
        { id: 7, title: 'x' },
        { id: 'x', title: null },
        { ...task('day', null), dueDateTime: { dateTime: 'tomorrow' } },
        { ...task('month', null), dueDateTime: { dateTime: '2026-13-01T00:00:00' } },
        { ...task('script', null), linkedResources: [null, { webUrl: 'javascript:alert(1)' }] },
        { ...task('link', null), linkedResources: [{ webUrl: 'data:,x' }, { webUrl: 'http://intranet/' }] },
        { ...task('long', null), title: 'a'.repeat(10_000) },
      ],
    });
    expect((await tasks()).tasks).toEqual([
      { ...bare, id: 'day', title: 'day' },
      { ...bare, id: 'month', title: 'month' },
      { ...bare, id: 'script', title: 'script' },
      { ...bare, id: 'link', title: 'link', link: 'http://intranet/' },
      { ...bare, id: 'long', title: 'a'.repeat(500) },
    ]);
  });
});

describe('An edit of a task', () => {
  it('completes a task and reopens it', async () => {
    const { tasks, edit } = await withTasks();
    const { tasks: before } = await tasks();
    const { id: taskId = '', listId = '' } = before[0] ?? {};
    await edit({ kind: 'finish-task', listId, taskId, isDone: true });
    expect((await tasks()).tasks.map(({ id }) => id)).not.toContain(taskId);
    await edit({ kind: 'finish-task', listId, taskId, isDone: false });
    expect((await tasks()).tasks).toEqual(before);
  });

  it('adds a task to the default list, with its day and its link', async () => {
    const { tasks, edit } = await withTasks();
    const link = 'https://example.com/a?b=c';
    await edit({ kind: 'add-task', title: 'Prune', due: '2031-05-06', link });
    await edit({ kind: 'add-task', title: 'Sow', due: null, link: null });
    const { lists, tasks: found } = await tasks();
    const listId = lists.find(({ isDefault }) => isDefault)?.id;
    expect(found.find(({ title }) => title === 'Prune')).toMatchObject({ listId, due: '2031-05-06', link });
    expect(found.find(({ title }) => title === 'Sow')).toMatchObject({ listId, due: null, link: null });
  });

  it('tells To Do the source of the link, and that the day is a date', async () => {
    const { edit, asked } = await withTasks();
    await edit({ kind: 'add-task', title: 'Prune', due: '2031-05-06', link: 'https://example.com/' });
    expect(asked.at(-1)).toMatchObject({
      purpose: 'tasks-change',
      body: {
        title: 'Prune',
        dueDateTime: { dateTime: '2031-05-06T00:00:00', timeZone: 'UTC' },
        linkedResources: [
          { webUrl: 'https://example.com/', applicationName: 'Lanyard', displayName: 'Prune' },
        ],
      },
    });
  });

  it('is reported as not found for a deleted task, and adds none without a list', async () => {
    const { edit } = await withTasks();
    answerWith(world, LISTS, { value: [] });
    const added = edit({ kind: 'add-task', title: 'Prune', due: null, link: null });
    await expect(added).rejects.toMatchObject({ reason: 'not-found' });
    answerWith(world, LISTS, {}, 404);
    const finished = edit({ kind: 'finish-task', listId: 'a', taskId: 'b', isDone: true });
    await expect(finished).rejects.toMatchObject({ reason: 'not-found' });
  });
});

describe('A due day', () => {
  const zone = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = 'America/New_York';
  });
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['a midnight in UTC, in any zone', '2026-03-05T00:00:00.0000000', '2026-03-05'],
    ['a local midnight', '2026-03-05T05:00:00.0000000', '2026-03-05'],
    ['a local midnight in summer', '2026-07-05T04:00:00.0000000', '2026-07-05'],
  ])('is read correctly from %s', (_, dateTime, day) => {
    expect(toDueDay(dateTime)).toBe(day);
  });
});
