import { expect, it } from 'vitest';
import { dueTasks } from '../../../popup/today/due-tasks.ts';

it('keeps tasks that are due today or overdue, and drops later and undated ones', () => {
  const days = ['2025-12-31', '2026-03-04', '2026-03-05', null];
  const late = new Date('2026-03-04T23:59:00').getTime();
  expect(
    dueTasks(
      days.map((due) => ({ due })),
      late,
    ),
  ).toEqual([{ due: '2025-12-31' }, { due: '2026-03-04' }]);
});
