import type { Permission } from './permissions.ts';
import type { WordKey } from './words.ts';

interface PurposeEntry {
  /** The least that serves it; all of it is asked for together. */
  needs: readonly Permission[];
  /** The heading of the card that asks. */
  title: WordKey;
  /** What the person gets for it, in a sentence. */
  shows: WordKey;
}

/** What Lanyard asks permissions for. A page names one of these, and never a permission by itself. */
export const PURPOSES = {
  profile: { needs: ['User.Read'], title: 'forProfileTitle', shows: 'forProfileShows' },
  'mail-list': { needs: ['Mail.ReadBasic'], title: 'forMailListTitle', shows: 'forMailListShows' },
  'mail-open': { needs: ['Mail.Read'], title: 'forMailOpenTitle', shows: 'forMailOpenShows' },
  'mail-mark-read': {
    needs: ['Mail.ReadWrite'],
    title: 'forMailMarkReadTitle',
    shows: 'forMailMarkReadShows',
  },
  calendar: { needs: ['Calendars.ReadBasic'], title: 'forCalendarTitle', shows: 'forCalendarShows' },
} as const satisfies Record<string, PurposeEntry>;

export type Purpose = keyof typeof PURPOSES;

export const PURPOSE_NAMES = Object.keys(PURPOSES).filter(isPurpose);

function isPurpose(name: string): name is Purpose {
  return Object.hasOwn(PURPOSES, name);
}

/** The permissions that a purpose needs. */
export function needsOf(purpose: Purpose): readonly Permission[] {
  return PURPOSES[purpose].needs;
}
