import { describe, expect, it } from 'vitest';
import { barsOf, frameAt, STEPS, stepsIn, ticksOf, totalsOf } from '../../options/timeline.ts';
import { hourLabel, sayTotals } from '../../options/timeline-words.ts';
import { type Activity, type ActivityStep, STEP_MS } from '../../src/ledger.ts';

const now = Date.UTC(2026, 2, 4, 15, 7);
const frame = frameAt(now);
const hour = 60 * 60_000;

const step = (from: number, counts: Partial<Record<Activity, number>> = {}): ActivityStep => ({
  from,
  token: 0,
  renewal: 0,
  window: 0,
  graph: 0,
  ...counts,
});

describe('The time line', () => {
  it('ends with the current quarter of an hour, and is a day long', () => {
    expect(frame).toEqual({ from: frame.until - 24 * hour, until: Date.UTC(2026, 2, 4, 15, 15) });
    expect(frameAt(frame.until).until).toBe(frame.until + STEP_MS);
  });

  it('shows the events of that day, and no others', () => {
    const inside = [step(frame.from, { graph: 1 }), step(frame.until - STEP_MS, { token: 2 })];
    const outside = [step(frame.from - STEP_MS, { graph: 1 }), step(frame.until, { graph: 1 })];
    expect(stepsIn([...outside, ...inside, step(frame.from + hour)], frame)).toEqual(inside);
  });

  it('adds up each lane', () => {
    const steps = [
      step(frame.from, { token: 2, graph: 1 }),
      step(frame.from + hour, { token: 3, window: 1 }),
    ];
    const totals = totalsOf(steps);
    expect(totals).toEqual({ token: 5, renewal: 0, window: 1, graph: 1 });
    const words = sayTotals(totals);
    for (const part of ['The last 24 hours', 'Tokens reused 5', 'Tokens renewed 0', 'Calls to Graph 1']) {
      expect(words).toContain(part);
    }
  });

  it('places each bar at its quarter of an hour, the last one within the picture', () => {
    const steps = [0, 48, 95].map((index) => step(frame.from + index * STEP_MS, { graph: 1 }));
    expect(barsOf(steps, 'graph', frame).map(({ left }) => left * STEPS)).toEqual([0, 48, 95]);
    expect(barsOf(steps, 'token', frame)).toEqual([]);
  });

  it('draws the bars of all lanes to one scale, each large enough to be seen', () => {
    const steps = [step(frame.from, { token: 100, renewal: 1 }), step(frame.from + hour, { token: 25 })];
    const [most, fewer] = barsOf(steps, 'token', frame);
    const [one] = barsOf(steps, 'renewal', frame);
    expect(most?.size).toBe(1);
    expect(fewer?.size).toBeGreaterThan(0.5);
    expect(fewer?.size).toBeLessThan(1);
    expect(one?.size).toBeGreaterThan(0.2);
    expect(one?.size).toBeLessThan(fewer?.size ?? 0);
  });

  it('draws a single event with a small bar', () => {
    expect(barsOf([step(frame.from, { window: 1 })], 'window', frame)[0]?.size).toBe(0.5);
  });

  it('marks every third hour of local time, away from both ends', () => {
    const ticks = ticksOf(frame);
    expect(ticks.length).toBeGreaterThanOrEqual(6);
    for (const { at, left, isMajor, isMidnight } of ticks) {
      const date = new Date(at);
      expect([date.getMinutes(), date.getHours() % 3]).toEqual([0, 0]);
      expect(isMajor).toBe(date.getHours() % 6 === 0);
      expect(isMidnight).toBe(date.getHours() === 0);
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(0.87);
    }
  });

  it('labels midnight with the day that begins', () => {
    const at = new Date(2026, 2, 4).getTime();
    const day = new Intl.DateTimeFormat(undefined, { weekday: 'short' }).format(at);
    expect(hourLabel({ at, left: 0.5, isMajor: true, isMidnight: true })).toBe(day);
    expect(hourLabel({ at, left: 0.5, isMajor: true, isMidnight: false })).not.toBe(day);
  });
});
