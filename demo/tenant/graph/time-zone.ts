/** The zone of every mailbox here, unless `moveMailboxes` was called: "tomorrow at nine" means nine o'clock there. */
export const LONDON = { iana: 'Europe/London', windows: 'GMT Standard Time' };

/** The zone that every mailbox of the tenant is in now, as IANA and as Outlook name it. */
export const mailboxZone = { ...LONDON };

/** Some of the Windows names that Outlook prefers (Unicode CLDR, windowsZones). IANA's are all known. */
const windowsZones: Readonly<Record<string, string>> = {
  'GMT Standard Time': 'Europe/London',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'FLE Standard Time': 'Europe/Kiev',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
  'India Standard Time': 'Asia/Calcutta',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'AUS Eastern Standard Time': 'Australia/Sydney',
};

/**
 * Moves every mailbox to another zone, so that a browser in that zone sees a working day whatever the hour in London.
 * Outlook names a zone that Windows does not know by the name it was given.
 * @throws {RangeError} if Intl does not know the zone
 */
export function moveMailboxes(iana: string): void {
  formatFor(iana);
  const windows = Object.entries(windowsZones).find(([, zone]) => zone === iana)?.[0] ?? iana;
  Object.assign(mailboxZone, { iana, windows });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  // Swedish dates are ISO's: 2026-09-24 08:05:00.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(zone, format);
  return format;
}

/** The IANA name for a zone that a client named, or null for one that nobody has heard of. */
export function findZone(name: string): string | null {
  const zone = windowsZones[name] ?? name;
  // Offsets such as +01:00 are a zone to Intl, but not to Outlook.
  if (!/^[A-Za-z]/.test(zone)) return null;
  try {
    formatFor(zone);
    return zone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What the clock on the wall shows: `2026-09-24T08:05:00`. */
export const wallTime = (instant: number, zone: string): string =>
  formatFor(zone).format(instant).replace(' ', 'T');

/** The calendar's date there: `2026-09-24`. */
export const dateIn = (instant: number, zone: string): string => wallTime(instant, zone).slice(0, 10);

/** The date so many days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Returns the offset of a zone from UTC at that instant, in milliseconds; positive east of Greenwich. */
const aheadOfUtc = (instant: number, zone: string): number =>
  Date.parse(`${wallTime(instant, zone)}Z`) - Math.floor(instant / 1000) * 1000;

/**
 * The instant at which that clock shows that time (`08:05`). The offset is looked up twice: on a day on which the clocks
 * change, the first guess may be on the other side of the change.
 */
export function instantAt(date: string, time: string, zone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const guess = asUtc - aheadOfUtc(asUtc, zone);
  return asUtc - aheadOfUtc(guess, zone);
}

/** A `DateTimeOffset` as Graph writes it: whole seconds, in UTC. */
export const utcSeconds = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
