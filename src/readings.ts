import type * as v from 'valibot';
import { CalendarShape } from './data/calendar.ts';
import { FilesShape } from './data/files.ts';
import { InboxShape } from './data/mail.ts';
import { PresenceShape } from './data/presence.ts';
import { ProfileShape } from './data/profile.ts';
import { TasksShape } from './data/tasks.ts';
import type { Purpose } from './purposes.ts';

interface ReadingEntry {
  /** What the data is for, which decides what it takes to see it. */
  purpose: Purpose;
  shape: v.GenericSchema;
  /** Whether only accounts of an organisation have it. */
  isWorkOnly?: true;
}

/**
 * What Lanyard shows of an account, each a question of the contract by this name: data that a panel begins with and
 * that is kept as a snapshot (`snapshots.ts`). A new panel is a line here; docs/adding-a-panel.md tells the rest.
 */
export const READINGS = {
  getProfile: { purpose: 'profile', shape: ProfileShape },
  getPresence: { purpose: 'presence', shape: PresenceShape, isWorkOnly: true },
  getInbox: { purpose: 'mail-list', shape: InboxShape },
  getCalendar: { purpose: 'calendar', shape: CalendarShape },
  getTasks: { purpose: 'tasks', shape: TasksShape },
  getFiles: { purpose: 'files', shape: FilesShape },
} as const satisfies Record<string, ReadingEntry>;

export type ReadingName = keyof typeof READINGS;
export type ReadingData<R extends ReadingName> = v.InferOutput<(typeof READINGS)[R]['shape']>;

export const READING_NAMES = Object.keys(READINGS).filter(isReading);

function isReading(name: string): name is ReadingName {
  return Object.hasOwn(READINGS, name);
}
