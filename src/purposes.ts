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
  'mail-change': {
    needs: ['Mail.ReadWrite'],
    title: 'forMailChangeTitle',
    shows: 'forMailChangeShows',
  },
  calendar: { needs: ['Calendars.ReadBasic'], title: 'forCalendarTitle', shows: 'forCalendarShows' },
  'calendar-answer': {
    needs: ['Calendars.ReadWrite'],
    title: 'forCalendarAnswerTitle',
    shows: 'forCalendarAnswerShows',
  },
  tasks: { needs: ['Tasks.Read'], title: 'forTasksTitle', shows: 'forTasksShows' },
  'tasks-change': { needs: ['Tasks.ReadWrite'], title: 'forTasksChangeTitle', shows: 'forTasksChangeShows' },
  files: { needs: ['Files.Read'], title: 'forFilesTitle', shows: 'forFilesShows' },
  people: { needs: ['User.ReadBasic.All'], title: 'forPeopleTitle', shows: 'forPeopleShows' },
  // A personal account belongs to no organisation that could be searched.
  'people-near': { needs: ['People.Read'], title: 'forPeopleNearTitle', shows: 'forPeopleNearShows' },
  'people-presence': {
    needs: ['Presence.Read.All'],
    title: 'forPeoplePresenceTitle',
    shows: 'forPeoplePresenceShows',
  },
  presence: { needs: ['Presence.Read'], title: 'forPresenceTitle', shows: 'forPresenceShows' },
  'presence-set': {
    needs: ['Presence.ReadWrite'],
    title: 'forPresenceSetTitle',
    shows: 'forPresenceSetShows',
  },
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
