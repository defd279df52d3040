import type { Task, Tasks } from '../../src/data/tasks.ts';
import type { Edit } from '../../src/edits.ts';
import { AppError } from '../../src/errors.ts';
import { confirm, isGone, listOf, readAs } from './answers.ts';
import type { Graph, GraphAccess } from './client.ts';
import { segment, withOptions } from './paths.ts';
import { byUrgency, type GraphList, isDefault, List, OpenTask, toTask } from './task-shapes.ts';

/** As many as one looks at in a popup. Each is a request of its own, and 8 go in one batch with the lists. */
const MOST_LISTS = 8;
const MOST_TASKS = 50;

/**
 * What is still to be done. The tasks of `knownLists`, which are the lists of a reading before, are asked for in the
 * same moment as the lists; only those of lists that have come since are asked for afterwards.
 * @throws AppError
 */
export async function readTasks(
  graph: Graph,
  accountId: string,
  knownLists: readonly string[] = [],
): Promise<Tasks> {
  const access = { accountId, purpose: 'tasks' } as const;
  const known = knownLists.slice(0, MOST_LISTS);
  const early = new Map(known.map((id) => [id, readTasksOf(graph, access, id)]));
  // What becomes of a list that is there no more is of no interest.
  for (const each of early.values()) each.catch(() => undefined);
  const shown = (await readLists(graph, access)).slice(0, MOST_LISTS);
  const tasks = await Promise.all(shown.map(({ id }) => early.get(id) ?? readTasksOf(graph, access, id)));
  return {
    lists: shown.map((list) => ({ id: list.id, name: list.displayName, isDefault: isDefault(list) })),
    tasks: tasks.flat().sort(byUrgency),
  };
}

/** The lists, the default one first, as To Do has it. */
async function readLists(graph: Graph, access: GraphAccess): Promise<GraphList[]> {
  const answer = await graph.call(access, { path: '/me/todo/lists?$top=100' });
  const { value } = readAs(listOf(List), answer);
  return [...value.filter(isDefault), ...value.filter((list) => !isDefault(list))];
}

async function readTasksOf(graph: Graph, access: GraphAccess, listId: string): Promise<Task[]> {
  const path = withOptions(`/me/todo/lists/${segment(listId)}/tasks`, {
    $filter: "status ne 'completed'",
    $top: String(MOST_TASKS),
  });
  const answer = await graph.call(access, { path });
  // A list that is known from before may have been deleted since.
  if (isGone(answer)) return [];
  return readAs(listOf(OpenTask), answer).value.map((task) => toTask(listId, task));
}

export type TaskEdit = Extract<Edit, { kind: 'finish-task' | 'add-task' }>;

/**
 * Finishes a task or takes that back, or adds one to the default list.
 * @throws AppError
 */
export async function editTask(graph: Graph, accountId: string, edit: TaskEdit): Promise<void> {
  const access = { accountId, purpose: 'tasks-change' } as const;
  if (edit.kind === 'add-task') return addTask(graph, access, edit);
  const path = `/me/todo/lists/${segment(edit.listId)}/tasks/${segment(edit.taskId)}` as const;
  const body = { status: edit.isDone ? 'completed' : 'notStarted' };
  confirm(await graph.call(access, { path, method: 'PATCH', body }));
}

async function addTask(
  graph: Graph,
  access: GraphAccess,
  { title, due, link }: Extract<Edit, { kind: 'add-task' }>,
): Promise<void> {
  const list = (await readLists(graph, access)).find(isDefault);
  if (!list) throw new AppError('not-found', { detail: 'default list' });
  const body = {
    title,
    ...(due ? { dueDateTime: { dateTime: `${due}T00:00:00`, timeZone: 'UTC' } } : {}),
    ...(link ? { linkedResources: [{ webUrl: link, applicationName: 'Lanyard', displayName: title }] } : {}),
  };
  confirm(
    await graph.call(access, { path: `/me/todo/lists/${segment(list.id)}/tasks`, method: 'POST', body }),
  );
}
