/** Somebody who comes with some permissions; scenes of the same visit share its sign-in. */
export interface Visit {
  /** The key of a person of the tenant; null: nobody is signed in. */
  who: string | null;
  /** What their organisation has agreed to before. */
  granted: readonly string[];
  inboxSize?: number;
}

const everything = [
  'User.Read',
  'Mail.ReadWrite',
  'Calendars.ReadWrite',
  'Tasks.ReadWrite',
  'Files.Read',
  'User.ReadBasic.All',
  'Presence.Read.All',
  'Presence.ReadWrite',
];

export const VISITS = {
  nobody: { who: null, granted: [] },
  /** Only what the first sign-in asks for. */
  first: { who: 'mira', granted: ['User.Read'] },
  /** Lists, and not what is in them. */
  lists: {
    who: 'mira',
    granted: ['User.Read', 'Mail.ReadBasic', 'Calendars.ReadBasic', 'User.ReadBasic.All'],
  },
  /** Everything to read and nothing to change. */
  reading: {
    who: 'mira',
    granted: ['User.Read', 'Mail.Read', 'Calendars.ReadBasic', 'Tasks.Read', 'Files.Read', 'Presence.Read'],
  },
  everything: { who: 'mira', granted: everything },
  /** Comes to an end in its course. */
  ending: { who: 'mira', granted: everything },
  /** Has no photo, no job title and no OneDrive. */
  plain: { who: 'tomas', granted: everything },
  /** No organisation: a personal account has no presence, and nobody to ask for approval. */
  personal: { who: 'sam', granted: [] },
  crowded: { who: 'mira', granted: everything, inboxSize: 10_000 },
} as const satisfies Record<string, Visit>;

export type VisitName = keyof typeof VISITS;
