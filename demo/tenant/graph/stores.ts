import type { Clock } from '../clock.ts';
import type { Person } from '../people.ts';
import { createDrive } from './drive/create-drive.ts';
import type { Drive } from './drive/drive-item.ts';
import { graphIdOf } from './owner.ts';
import { createDirectory, type Directory } from './people/directory.ts';
import { createPresences, type Presences } from './people/presence.ts';
import { createTaskBook, type TaskBook } from './tasks/task-book.ts';

/** How much there is. */
export interface StoreSizes {
  /** Messages in the inbox of a work account, up to 10,000. */
  inboxSize?: number;
  /** Entries of the organisation's directory, up to 1,000. */
  directorySize?: number;
  /** Gives three of them names that no list is ready for: markup, a right-to-left override, ten thousand letters. */
  hasOddNames?: boolean;
}

/** Everything outside the mailboxes, made when it is first asked for. */
export interface Stores {
  tasksOf(person: Person): TaskBook;
  /** Null for somebody who has no OneDrive. */
  driveOf(person: Person): Drive | null;
  directory(): Directory;
  presences(): Presences;
  /** Forgets every change; the next read makes everything anew, counted from the time it is then. */
  clear(): void;
}

/** Who has never had a OneDrive, as is normal for an account without a licence for one. */
const hasDrive = ({ key }: Person) => key !== 'tomas';

/** The stores of one tenant. */
export function createStores(
  clock: Clock,
  people: readonly Person[],
  { directorySize = 60, hasOddNames = false }: StoreSizes = {},
): Stores {
  const books = new Map<string, TaskBook>();
  const drives = new Map<string, Drive>();
  let presences: Presences | null = null;
  let directory: Directory | null = null;
  const once = <Made>(store: Map<string, Made>, key: string, make: () => Made): Made => {
    const known = store.get(key);
    if (known) return known;
    const fresh = make();
    store.set(key, fresh);
    return fresh;
  };
  return {
    tasksOf: (person) => once(books, person.key, () => createTaskBook(person, clock.now())),
    driveOf: (person) =>
      hasDrive(person) ? once(drives, person.key, () => createDrive(person, people, clock.now())) : null,
    // Nothing changes it, so that it outlives a reset.
    directory() {
      directory ??= createDirectory({ people, size: Math.min(directorySize, 1000), hasOddNames });
      return directory;
    },
    presences() {
      presences ??= createPresences(new Set(people.map(graphIdOf)));
      return presences;
    },
    clear() {
      books.clear();
      drives.clear();
      presences = null;
    },
  };
}
