/** Any one of these reads mail; the first one without what messages say (Microsoft Graph, "Permissions reference"). */
export const mailReaders = ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'] as const;

/** What it takes to change a message. */
export const mailWriters = ['Mail.ReadWrite'] as const;

/** Any one of these reads events; the first one without what invitations say. */
export const calendarReaders = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'] as const;

/** Whether a token gets no further than the first of those permissions. */
export const isBasicOnly = (
  scopes: ReadonlySet<string>,
  [, ...whole]: readonly [string, ...string[]],
): boolean => !whole.some((scope) => scopes.has(scope));
