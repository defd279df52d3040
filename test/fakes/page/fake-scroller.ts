import { act } from '@testing-library/preact';
import { vi } from 'vitest';

/**
 * A panel's view that scrolls a list, with sizes: happy-dom lays nothing out. Frames come when the test wants them, and
 * its sizes are told to whatever observes them.
 */
export function fakeScroller(height: number) {
  const view = document.createElement('div');
  view.className = 'view';
  const list = document.createElement('ul');
  view.append(list);
  document.body.append(view);

  let size = height;
  let above = 0;
  const frames = new Map<number, () => void>();
  const observers = new Set<() => void>();
  let asked = 0;
  let listeners = 0;

  Object.defineProperty(view, 'clientHeight', { get: () => size });
  list.getBoundingClientRect = () => new DOMRect(0, above - view.scrollTop, 0, 0);
  view.getBoundingClientRect = () => new DOMRect(0, 0, 0, size);
  const add = view.addEventListener.bind(view);
  const remove = view.removeEventListener.bind(view);
  view.addEventListener = (...args: Parameters<typeof add>) => {
    listeners += 1;
    add(...args);
  };
  view.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners -= 1;
    remove(...args);
  };
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    asked += 1;
    frames.set(asked, run);
    return asked;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #tell: () => void;
      constructor(tell: () => void) {
        this.#tell = tell;
      }
      observe() {
        observers.add(this.#tell);
      }
      disconnect() {
        observers.delete(this.#tell);
      }
    },
  );

  return {
    view,
    list,
    top: () => view.scrollTop,
    scrollTo(top: number) {
      view.scrollTop = top;
      view.dispatchEvent(new Event('scroll'));
    },
    resize(next: number) {
      size = next;
      for (const tell of observers) tell();
    },
    /** Something stands above the list in the same view. */
    putAbove(pixels: number) {
      above = pixels;
    },
    /** Draws the next frame. */
    frame: () =>
      act(() => {
        const due = [...frames.values()];
        frames.clear();
        for (const run of due) run();
      }),
    framesAsked: () => asked,
    /** Whether anything still listens to it. */
    isWatched: () => listeners > 0 || observers.size > 0,
    end() {
      view.remove();
      vi.unstubAllGlobals();
    },
  };
}
