/** `2026-03-01T00:00:00.0000000`, as Graph writes it, in UTC unless it is asked for another time zone. */
const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/;

/**
 * The day of Graph's `dueDateTime`; null where it is none.
 *
 * A task is due on a day, and Graph has no type for one: it makes it a midnight. In UTC, as Lanyard and other apps write
 * it, the day is in the words of the answer, and local time would move it to the day before in all of America. Where
 * it was midnight at the person's place, UTC has another hour, and local time brings the day back, at least for whoever
 * has not travelled since (https://github.com/RogerSelwyn/MS365-ToDo/issues/29).
 */
export function toDueDay(dateTime: string): string | null {
  const [, day, time] = DATE_TIME.exec(dateTime) ?? [];
  const at = Date.parse(`${day}T${time}Z`);
  if (day === undefined || Number.isNaN(at)) return null;
  return time === '00:00:00' ? day : toLocalDay(new Date(at));
}

function toLocalDay(date: Date): string {
  const twoDigits = (count: number) => String(count).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
