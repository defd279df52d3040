/** Where a task comes from: a message, for instance. */
export interface LinkedResource {
  id: string;
  webUrl: string | null;
  applicationName: string;
  displayName: string;
  externalId: string | null;
}

export const taskStatuses = ['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'] as const;
export const taskImportances = ['low', 'normal', 'high'] as const;

/** A task of a list. What PATCH may change is not read-only; times are epoch milliseconds. */
export interface Task {
  readonly id: string;
  readonly created: number;
  title: string;
  body: { content: string; contentType: 'text' | 'html' };
  status: (typeof taskStatuses)[number];
  importance: (typeof taskImportances)[number];
  /** Midnight of the day, in the zone of whoever set it; null for a task without one. */
  due: number | null;
  /** Midnight of the day in UTC; null for a task that is not completed. */
  completed: number | null;
  linkedResources: LinkedResource[];
  modified: number;
  /** The number of the latest change of the whole store that touched this task; the ETag follows it. */
  change: number;
}

export interface TaskList {
  readonly id: string;
  readonly displayName: string;
  readonly wellknownListName: 'none' | 'defaultList' | 'flaggedEmails';
  /** Newest first, as To Do shows them. */
  readonly tasks: Task[];
  /** Tasks that are gone, and the change they went with. */
  readonly removed: { id: string; change: number }[];
}
