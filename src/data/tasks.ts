import * as v from 'valibot';
import { day, textOrNull } from './shapes.ts';

export const TaskShape = v.object({
  id: v.string(),
  listId: v.string(),
  title: v.string(),
  due: v.nullable(day),
  isDone: v.boolean(),
  isImportant: v.boolean(),
  link: textOrNull,
});

/** A task of Microsoft To Do. `due` is a day, without a time; `link` an address (http or https) that belongs to it. */
export type Task = v.InferOutput<typeof TaskShape>;

export const TasksShape = v.object({
  lists: v.array(v.object({ id: v.string(), name: v.string(), isDefault: v.boolean() })),
  tasks: v.array(TaskShape),
});

/** The lists, the default one first, and what is still to be done in them: what is due first comes first. */
export type Tasks = v.InferOutput<typeof TasksShape>;
