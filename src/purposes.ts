import type { Permission } from './permissions.ts';
import { wordAbout } from './word-names.ts';
import type { WordKey } from './words.ts';

interface PurposeEntry {
  /** The least that serves it; all of it is asked for together. */
  needs: readonly Permission[];
}

/** What Lanyard asks permissions for. A page names one of these, and never a permission by itself. */
export const PURPOSES = {
  profile: { needs: ['User.Read'] },
  'mail-list': { needs: ['Mail.ReadBasic'] },
  'mail-open': { needs: ['Mail.Read'] },
  'mail-change': {
    needs: ['Mail.ReadWrite'],
  },
  calendar: { needs: ['Calendars.ReadBasic'] },
  'calendar-answer': {
    needs: ['Calendars.ReadWrite'],
  },
  tasks: { needs: ['Tasks.Read'] },
  'tasks-change': { needs: ['Tasks.ReadWrite'] },
  files: { needs: ['Files.Read'] },
  people: { needs: ['User.ReadBasic.All'] },
  // A personal account belongs to no organisation that could be searched.
  'people-near': { needs: ['People.Read'] },
  'people-presence': {
    needs: ['Presence.Read.All'],
  },
  presence: { needs: ['Presence.Read'] },
  'presence-set': {
    needs: ['Presence.ReadWrite'],
  },
} as const satisfies Record<string, PurposeEntry>;

export type Purpose = keyof typeof PURPOSES;

export const PURPOSE_NAMES = Object.keys(PURPOSES).filter(isPurpose);

function isPurpose(name: string): name is Purpose {
  return Object.hasOwn(PURPOSES, name);
}

/** A purpose in words: the heading of the card that asks, and what the person gets for it, in a sentence. */
export function describePurpose(purpose: Purpose): { title: WordKey; shows: WordKey } {
  return { title: wordAbout(`for-${purpose}`, 'Title'), shows: wordAbout(`for-${purpose}`, 'Shows') };
}

/** The permissions that a purpose needs. */
export function needsOf(purpose: Purpose): readonly Permission[] {
  return PURPOSES[purpose].needs;
}
