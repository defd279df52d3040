import { expect, it } from 'vitest';
import { type ListLayout, rowsBetween, rowsToDraw } from '../../../popup/mail/list-layout.ts';

const layout: ListLayout = {
  count: 100,
  groups: [
    { first: 0, heading: 'Today' },
    { first: 2, heading: 'Yesterday' },
  ],
  row: 50,
  heading: 20,
};

it('draws eight rows more on either side than are seen, in steps of four', () => {
  expect(rowsBetween(300, 700, layout)).toEqual({ from: 0, to: 24 });
  expect(rowsBetween(1300, 1700, layout)).toEqual({ from: 16, to: 44 });
});

it('draws the active row once, also at the ends of what is drawn', () => {
  const range = { from: 10, to: 13 };
  expect(rowsToDraw(range, 10, 50)).toEqual([10, 11, 12]);
  expect(rowsToDraw(range, 12, 50)).toEqual([10, 11, 12]);
  expect(rowsToDraw(range, 13, 50)).toEqual([10, 11, 12, 13]);
  expect(rowsToDraw(range, 9, 50)).toEqual([9, 10, 11, 12]);
});
