import { describe, expect, it } from 'vitest';
import { zoneOfWorkingDay } from '../../demo/working-day.ts';

describe('The zone of a working day', () => {
  it.each(Array.from({ length: 24 }, (_, hour) => hour))(
    "makes it ten o'clock when it is %i in UTC",
    (hour) => {
      const now = new Date(Date.UTC(2026, 10, 23, hour, 30));
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zoneOfWorkingDay(now), timeStyle: 'short' });
      expect(clock.format(now)).toBe('10:30');
    },
  );
});
