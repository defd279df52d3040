/** When pictures are taken: at ten, wherever on earth it is ten now. */
const HOUR = 10;

/**
 * A time zone, as IANA names it, in which it is between ten and eleven in the morning. The signs of these names are the
 * wrong way round: `Etc/GMT+5` is five hours behind (IANA, tz database, `etcetera`).
 */
export function zoneOfWorkingDay(now: Date): string {
  const ahead = HOUR - now.getUTCHours();
  const hours = ahead < -12 ? ahead + 24 : ahead;
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** The IANA zone that this process is in, which the browsers it starts are in as well. */
export const machineZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
