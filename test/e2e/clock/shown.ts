// What the pages show, as a test reads it. Each function runs in the page.

/** The rows of the calendar, in their order; `text` is that of the column with the times. */
export function readCalendar(): { day: string; subject: string; text: string }[] {
  return [...document.querySelectorAll('.panel:not([hidden]) .day')].flatMap((day) =>
    [...day.querySelectorAll('.event-row')].map((row) => ({
      day: day.getAttribute('data-day') ?? '',
      subject: row.querySelector('.event-title bdi')?.textContent ?? '',
      text: row.querySelector('.event-time')?.textContent ?? '',
    })),
  );
}

/** The titles of the open tasks under each heading, by the name of its group. */
export function readTasks(): Record<string, string[]> {
  const groups = ['overdue', 'today', 'tomorrow'];
  return Object.fromEntries(
    groups.map((name) => {
      const rows = document.querySelectorAll(
        `.panel:not([hidden]) .task-group-${name} .task-row:not(.task-done)`,
      );
      return [name, [...rows].map((row) => row.querySelector('.row-title')?.textContent ?? '').sort()];
    }),
  );
}
