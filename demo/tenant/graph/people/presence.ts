import { createRandom } from '../random.ts';

/** What Teams shows of somebody: the base, and what it comes from. */
export interface Presence {
  availability: string;
  activity: string;
}

/** What somebody chose to show, until when in epoch milliseconds. */
export interface PreferredPresence extends Presence {
  until: number;
}

/** The presences of one tenant. */
export interface Presences {
  /** By object id, at that time. */
  of(id: string, now: number): Presence;
  prefer(id: string, preferred: PreferredPresence): void;
  clearPreferred(id: string): void;
  /** Counts the changes, for the sequence number. */
  versionOf(id: string): number;
}

/** How people are found on a working day: the more often a line is here, the more of them. */
const usual: readonly Presence[] = [
  { availability: 'Available', activity: 'Available' },
  { availability: 'Available', activity: 'Available' },
  { availability: 'Available', activity: 'Available' },
  { availability: 'AvailableIdle', activity: 'Available' },
  { availability: 'Busy', activity: 'Busy' },
  { availability: 'Busy', activity: 'InAMeeting' },
  { availability: 'Busy', activity: 'InACall' },
  { availability: 'BusyIdle', activity: 'InAMeeting' },
  { availability: 'DoNotDisturb', activity: 'Presenting' },
  { availability: 'DoNotDisturb', activity: 'UrgentInterruptionsOnly' },
  { availability: 'BeRightBack', activity: 'BeRightBack' },
  { availability: 'Away', activity: 'Away' },
  { availability: 'Away', activity: 'Away' },
  { availability: 'Offline', activity: 'Offline' },
  { availability: 'Offline', activity: 'OffWork' },
];

const available: Presence = { availability: 'Available', activity: 'Available' };

/** What Graph says of an id that it knows nothing of. */
export const unknownPresence: Presence = { availability: 'PresenceUnknown', activity: 'PresenceUnknown' };

/** Presences that stay as they are until somebody sets one; whoever is in `owners` begins as available. */
export function createPresences(owners: ReadonlySet<string>): Presences {
  const preferred = new Map<string, PreferredPresence>();
  const versions = new Map<string, number>();
  const count = (id: string) => versions.set(id, (versions.get(id) ?? 0) + 1);
  return {
    of(id, now) {
      const chosen = preferred.get(id);
      if (chosen && chosen.until > now) {
        return { availability: chosen.availability, activity: chosen.activity };
      }
      return owners.has(id) ? available : createRandom(`presence of ${id}`).pick(usual);
    },
    prefer(id, presence) {
      preferred.set(id, presence);
      count(id);
    },
    clearPreferred(id) {
      preferred.delete(id);
      count(id);
    },
    versionOf: (id) => versions.get(id) ?? 0,
  };
}
