import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstLook, isDue, lookForReturn, nextLook } from '../../../background/watch/schedule.ts';

const MINUTE = 60_000;
const now = Date.parse('2026-11-23T09:00:00Z');
const usual = { watched: 1, isIdle: false, failures: 0, isPersonNeeded: false, retryAt: null };
const inMinutes = (at: number) => (at - now) / MINUTE;

describe('The next check', () => {
  it.each([
    ['one thing is watched', {}, 5],
    ['two are, which Graph counts as two', { watched: 2 }, 10],
    ['nobody is at the computer', { watched: 2, isIdle: true }, 30],
    ['the last one failed', { failures: 1 }, 10],
    ['three in a row did', { failures: 3 }, 40],
    ['many did', { failures: 9 }, 60],
    ['more failed than a number can double', { failures: 5000 }, 60],
    ['nobody is there, and the last two failed', { watched: 2, isIdle: true, failures: 2 }, 60],
    ['a person is needed', { isPersonNeeded: true }, 60],
    ['Microsoft’s pause is over sooner', { retryAt: now + MINUTE }, 5],
  ])('comes around its time if %s', (_when, part, minutes) => {
    const circumstances = { ...usual, ...part };
    expect(inMinutes(nextLook(circumstances, now, () => 0.5))).toBe(minutes);
    expect(inMinutes(nextLook(circumstances, now, () => 0))).toBeCloseTo(minutes * 0.8, 3);
    expect(inMinutes(nextLook(circumstances, now, () => 1))).toBeCloseTo(minutes * 1.2, 3);
  });

  it('comes at a random moment after the time that Microsoft has named', () => {
    const retryAt = now + 30 * MINUTE;
    const at = (lot: number) => inMinutes(nextLook({ ...usual, retryAt }, now, () => lot));
    expect([at(0), at(0.5), at(1)]).toEqual([30, 32.5, 35]);
  });

  it('never comes before a pause is over, nor later than a changed clock would explain', () => {
    const circumstances = fc.record({
      watched: fc.integer({ min: 0, max: 2 }),
      isIdle: fc.boolean(),
      failures: fc.nat(),
      isPersonNeeded: fc.boolean(),
      // `retryAfter` in http.ts cuts it at an hour.
      retryAt: fc.option(fc.integer({ min: now - 100 * MINUTE, max: now + 60 * MINUTE })),
    });
    const lot = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(circumstances, lot, (given, drawn) => {
        const at = nextLook(given, now, () => drawn);
        expect(at).toBeGreaterThanOrEqual(Math.max(given.retryAt ?? 0, now + 4 * MINUTE));
        expect(isDue(at, now)).toBe(false);
      }),
    );
  });

  it('comes spread over two minutes for many installations that start together', () => {
    const looks = Array.from({ length: 1000 }, (_, index) => nextLook(usual, now, () => index / 1000));
    const perSecond = new Map<number, number>();
    for (const at of looks) {
      const second = Math.floor(at / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(perSecond.size).toBe(120);
    expect(Math.max(...perSecond.values())).toBeLessThan(10);
  });
});

describe('A background check', () => {
  it.each([
    ['its time has come', now, true],
    ['its time was long ago', now - 100 * 24 * 60 * MINUTE, true],
    ['it is to come', now + MINUTE, false],
    ['it is as far away as can be', now + 72 * MINUTE, false],
    ['a clock that was put back had planned it', now + 73 * MINUTE, true],
  ])('is due or not by its planned time: %s', (_when, at, isNow) => {
    expect(isDue(at, now)).toBe(isNow);
  });

  it('comes within a minute of a start, not at once for all installations', () => {
    expect([firstLook(now, () => 0), firstLook(now, () => 1)]).toEqual([now + 5000, now + MINUTE]);
  });

  it.each([
    ['soon, if the last one is older than usual', now - 6 * MINUTE, 0.25],
    ['soon, if there was none', null, 0.25],
    ['soon, if the last one was in the future', now + 6 * MINUTE, 0.25],
    ['as planned, if the last one was just now', now - 4 * MINUTE, 20],
  ])('comes %s, when the person returns', (_when, triedAt, minutes) => {
    const planned = { nextAt: now + 20 * MINUTE, triedAt, watched: 1 };
    expect(inMinutes(lookForReturn(planned, now, () => 0.5))).toBe(minutes);
  });
});
