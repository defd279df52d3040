import { describe, expect, it } from 'vitest';
import { momentsAfter } from './moments.ts';

describe('The moments of the clock lane', () => {
  const moments = momentsAfter(Date.UTC(2026, 11, 1));
  const read = (zone: string, instant: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
      instant,
    );

  it('are four times on three days in each of three zones', () => {
    expect(new Set(moments.map(({ instant, zone }) => `${zone} ${instant}`)).size).toBe(36);
  });

  it('show the date and the time that they name on the wall of their zone', () => {
    for (const { zone, date, time, instant } of moments) expect(read(zone, instant)).toBe(`${date} ${time}`);
  });

  it('find the days on which the clocks change, north and south of the equator', () => {
    const dates = (zone: string) => [
      ...new Set(moments.filter((m) => m.zone === zone).map(({ date }) => date)),
    ];
    expect(dates('America/Los_Angeles')).toEqual(['2026-12-31', '2027-03-14', '2027-11-07']);
    expect(dates('Pacific/Auckland')).toEqual(['2026-12-31', '2027-09-26', '2027-04-04']);
  });
});
