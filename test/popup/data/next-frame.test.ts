import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beforeNextFrame } from '../../../popup/data/next-frame.ts';

/** The frames that are asked for, by their numbers. */
let frames: Map<number, () => void>;
let run: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  frames = new Map();
  run = vi.fn<() => void>();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    const number = frames.size + 1;
    frames.set(number, draw);
    return number;
  });
  vi.stubGlobal('cancelAnimationFrame', (number: number) => frames.delete(number));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('Work before the next frame', () => {
  it('is done with the frame, once', () => {
    beforeNextFrame(run);
    expect(run).not.toHaveBeenCalled();
    frames.get(1)?.();
    expect(run).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1000);
    expect(run).toHaveBeenCalledOnce();
  });

  it('is done after a tenth of a second where no frame comes, and not again with a late one', () => {
    beforeNextFrame(run);
    vi.advanceTimersByTime(99);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledOnce();
    expect(frames.size).toBe(0);
  });
});
