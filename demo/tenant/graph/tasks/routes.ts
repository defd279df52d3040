import { taskReaders, taskWriters } from '../access.ts';
import { accessDenied } from '../errors.ts';
import type { GraphRoute } from '../routes.ts';
import { deltaTasks } from './delta-tasks.ts';
import { listLists, listTasks } from './list-tasks.ts';
import { createTask, deleteTask, linkTask, patchTask, readTask } from './write-task.ts';

const reading = { method: 'GET', scopes: taskReaders, refuse: accessDenied } as const;
const writing = { scopes: taskWriters, refuse: accessDenied } as const;
const tasks = /^\/v1\.0\/me\/todo\/lists\/(?<list>[^/]+)\/tasks$/i;
const task = /^\/v1\.0\/me\/todo\/lists\/(?<list>[^/]+)\/tasks\/(?<task>[^/]+)$/i;
const links = /^\/v1\.0\/me\/todo\/lists\/(?<list>[^/]+)\/tasks\/(?<task>[^/]+)\/linkedResources$/i;

export const taskRoutes: readonly GraphRoute[] = [
  { ...reading, path: /^\/v1\.0\/me\/todo\/lists$/i, handler: listLists },
  { ...reading, path: tasks, handler: listTasks },
  { ...writing, method: 'POST', path: tasks, handler: createTask },
  // Before the tasks themselves, one of which it would be taken for.
  {
    ...reading,
    path: /^\/v1\.0\/me\/todo\/lists\/(?<list>[^/]+)\/tasks\/delta(?:\(\))?$/i,
    handler: deltaTasks,
  },
  { ...reading, path: task, handler: readTask },
  { ...writing, method: 'PATCH', path: task, handler: patchTask },
  { ...writing, method: 'DELETE', path: task, handler: deleteTask },
  { ...writing, method: 'POST', path: links, handler: linkTask },
];
