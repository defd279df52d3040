import { describe, expect, it } from 'vitest';
import { readPause, waitBeforeRepeat } from '../../../background/graph/retry.ts';

const NOW = Date.UTC(2026, 0, 1, 12);
const later = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString();
const answer = (status: number, retryAfter?: string) => ({
  status,
  headers: new Headers(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
  body: null,
});
const read = { path: '/me' } as const;
const write = { path: '/me/messages/1', method: 'PATCH' } as const;
const waitFor = (...[given, request, repeats = 0, lot = 0]: Parameters<typeof toWait>) =>
  toWait(given, request, repeats, lot);

function toWait(given: ReturnType<typeof answer>, request: typeof read | typeof write, repeats = 0, lot = 0) {
  return waitBeforeRepeat(given, request, repeats, () => lot, NOW);
}

describe('The pause that Graph asks for', () => {
  it.each([
    ['in seconds', '120', 120],
    ['as a date', later(90), 90],
    ['as zero', '0', 0],
    ['as a date in the past', later(-60), 0],
    ['below zero, which counts as none', '-5', 60],
    ['as thirty years, which is cut', '1000000000', 3600],
    ['in words, which counts as none', 'soon', 60],
    ['empty', '', 60],
  ])('is read correctly if it comes %s (N8)', (_, text, seconds) => {
    expect(readPause(answer(429, text), NOW)).toBe(NOW + seconds * 1000);
  });

  it('is a minute for 429 without a time, and none for 503 (N8)', () => {
    expect(readPause(answer(429), NOW)).toBe(NOW + 60_000);
    expect(readPause(answer(503), NOW)).toBeNull();
    expect(readPause(answer(503, '7'), NOW)).toBe(NOW + 7000);
    expect(readPause(answer(500, '7'), NOW)).toBeNull();
  });
});

describe('A failed request', () => {
  it('is sent again at the time that Graph names, if that is soon (N8)', () => {
    expect(waitFor(answer(429, '2'), read)).toBe(2000);
    expect(waitFor(answer(503, later(5)), read)).toBe(5000);
    expect(waitFor(answer(429, '8'), read)).toBe(8000);
    expect(waitFor(answer(429, '9'), read)).toBeNull();
    expect(waitFor(answer(429), read)).toBeNull();
  });

  it.each([
    [0, 250, 500],
    [1, 500, 1000],
    [2, 1000, 2000],
  ])('waits a longer random time before repeat %i if Graph names none (N9)', (repeats, least, most) => {
    expect(waitFor(answer(503), read, repeats, 0)).toBe(least);
    expect(waitFor(answer(504), read, repeats, 0.999_999)).toBeCloseTo(most, 0);
  });

  it('is repeated three times at most (N9)', () => {
    expect(waitFor(answer(503), read, 3)).toBeNull();
    expect(waitFor(answer(429, '1'), read, 3)).toBeNull();
  });

  it.each([200, 204, 400, 404, 409, 410, 412, 500, 501, 507])('is not repeated after status %i', (status) => {
    expect(waitFor(answer(status), read)).toBeNull();
  });

  it('is repeated only if Graph has not begun with it, in case it changes something', () => {
    expect(waitFor(answer(503), write)).toBeNull();
    expect(waitFor(answer(504, '1'), write)).toBeNull();
    expect(waitFor(answer(429, '1'), write)).toBe(1000);
  });
});
