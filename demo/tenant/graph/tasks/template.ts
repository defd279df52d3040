import type { LinkedResource, TaskList } from './task.ts';

/** A task before it has an owner and dates; days are counted from today. */
export interface TaskTemplate {
  title: string;
  due?: number;
  /** Done so many days ago. */
  done?: number;
  body?: string;
  isImportant?: true;
  isStarted?: true;
  link?: Omit<LinkedResource, 'id'>;
}

export interface ListTemplate {
  name: string;
  wellknown?: TaskList['wellknownListName'];
  tasks: readonly TaskTemplate[];
}
