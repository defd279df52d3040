import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headingTop,
  heightOf,
  type ListLayout,
  rowAt,
  rowsBetween,
  rowsToDraw,
  scrollTo,
  topOf,
} from '../../../popup/mail/list-layout.ts';

const layout: ListLayout = {
  count: 100,
  groups: [
    { first: 0, heading: 'Today' },
    { first: 2, heading: 'Yesterday' },
    { first: 50, heading: 'March' },
  ],
  row: 50,
  heading: 20,
};

describe('The layout of the list', () => {
  it('places each row below the headings before it', () => {
    expect([0, 1, 2, 49, 50].map((index) => topOf(index, layout))).toEqual([20, 70, 140, 2490, 2560]);
    expect(layout.groups.map((group) => headingTop(group, layout))).toEqual([0, 120, 2540]);
    expect(heightOf(layout)).toBe(5060);
  });

  it('finds the row at any height', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(49), (index, within) => {
        expect(rowAt(topOf(index, layout) + within, layout)).toBe(index);
      }),
    );
  });

  it('finds the row below a heading, and the first and the last row beyond its ends', () => {
    expect([0, 19, 125, 2545, -400, 99_999].map((y) => rowAt(y, layout))).toEqual([0, 0, 2, 50, 0, 99]);
  });

  it('draws the visible rows and at most a screen more, for a list of any length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 600_000 }),
        fc.constantFrom(0, 1, 30, 10_000),
        (top, count) => {
          const long = { ...layout, count };
          const { from, to } = rowsBetween(top, top + 400, long);
          for (let y = Math.max(0, top); y < Math.min(top + 400, heightOf(long)) && count > 50; y += 50) {
            expect(rowAt(y, long)).toBeGreaterThanOrEqual(from);
            expect(rowAt(y, long)).toBeLessThan(to);
          }
          expect(to - from).toBeLessThanOrEqual(Math.min(count, 36));
          expect(to).toBeLessThanOrEqual(count);
        },
      ),
    );
  });

  it.each([
    ['before the others', 2, [2, 10, 11, 12]],
    ['among the others', 11, [10, 11, 12]],
    ['behind the others', 40, [10, 11, 12, 40]],
    ['not, if there is none', 50, [10, 11, 12]],
  ])('draws the active row %s', (_, active, rows) => {
    expect(rowsToDraw({ from: 10, to: 13 }, active, 50)).toEqual(rows);
  });

  it.each([
    ['it stays if the row is in sight', 10, 0],
    ['it goes up to a row above', 3, 190 - 300],
    ['it goes up to the heading of a row that has one', 2, 120 - 300],
    ['it goes down to a row below', 20, 1090 - 700],
  ])('scrolls to the active row: %s', (_, index, by) => {
    expect(scrollTo(index, 300, 700, layout)).toBe(by);
  });
});
