/** Any one of these reads mail; the first one without what messages say (Microsoft Graph, "Permissions reference"). */
export const mailReaders = ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'] as const;

/** Any one of these reads what is attached to a message. */
export const attachmentReaders = ['Mail.Read', 'Mail.ReadWrite'] as const;

/** What it takes to change a message. */
export const mailWriters = ['Mail.ReadWrite'] as const;

/** Any one of these reads events; the first one without what invitations say. */
export const calendarReaders = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'] as const;

/** Any one of these reads To Do. */
export const taskReaders = ['Tasks.Read', 'Tasks.ReadWrite'] as const;

/** What it takes to make and to change a task. */
export const taskWriters = ['Tasks.ReadWrite'] as const;

/** What it takes to change a file. */
export const fileWriters = ['Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.ReadWrite.All'] as const;

/** Any one of these reads the OneDrive of whoever signed in. */
export const fileReaders = ['Files.Read', 'Files.Read.All', 'Sites.Read.All', ...fileWriters] as const;

/** What it takes to read whom somebody works with. */
export const peopleReaders = ['People.Read', 'People.Read.All'] as const;

/** Any one of these reads the whole directory; the first one the basic profiles alone. */
export const directoryReaders = ['User.ReadBasic.All', 'User.Read.All'] as const;

/** Any one of these reads the profile of whoever signed in. */
export const profileReaders = ['User.Read', ...directoryReaders] as const;

/** What it takes to read who manages whom. */
export const managerReaders = ['User.Read.All'] as const;

/** What it takes to read the presence of everybody. */
export const presenceReadersOfAll = ['Presence.Read.All'] as const;

/** What it takes to set one's own presence. */
export const presenceWriters = ['Presence.ReadWrite'] as const;

/** Any one of these reads one's own presence. */
export const presenceReaders = ['Presence.Read', ...presenceWriters, ...presenceReadersOfAll] as const;

/**
 * Any one of these follows a calendar's changes: the table of permissions of "event: delta" has the basics as well, if
 * in an odd column (microsoftgraph/microsoft-graph-docs-contrib, event-delta-permissions.md, of 2024 and later).
 */
export const calendarTrackers = calendarReaders;

/** What it takes to answer an invitation. */
export const calendarWriters = ['Calendars.ReadWrite'] as const;

/** Whether a token gets no further than the first of those permissions. */
export const isBasicOnly = (
  scopes: ReadonlySet<string>,
  [, ...whole]: readonly [string, ...string[]],
): boolean => !whole.some((scope) => scopes.has(scope));
