import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ListLayout, type Range, rowAt, rowsBetween, scrollTo, topOf } from './list-layout.ts';

/** What is seen of a list: its part between two heights, below its top. */
interface Seen {
  top: number;
  bottom: number;
}

interface ListWindow {
  range: Range;
  /** Scrolls so that a row is seen whole. */
  reveal(index: number): void;
  rowsPerPage(): number;
}

/** Enough for the first frame, before anything can be measured. */
const FIRST_RANGE: Range = { from: 0, to: 16 };

/**
 * Which rows of a list are drawn: those in sight, and some on either side. What is added above them, or taken away,
 * does not move what somebody is looking at; at the top of the list, what is new is shown.
 */
export function useListWindow(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  layout: ListLayout,
): ListWindow {
  const [range, setRange] = useState(FIRST_RANGE);
  const anchor = useRef<{ id: string; offset: number } | null>(null);
  const before = useRef(ids);
  const current = useRef(layout);
  current.current = layout;

  const look = () => {
    const seen = list.current && seenOf(list.current);
    if (!seen) return;
    const next = rowsBetween(seen.top, seen.bottom, current.current);
    setRange((now) => (now.from === next.from && now.to === next.to ? now : next));
    const index = rowAt(seen.top, current.current);
    const id = before.current[index];
    const offset = topOf(index, current.current) - seen.top;
    anchor.current = seen.top > 0 && id !== undefined ? { id, offset } : null;
  };

  useLayoutEffect(() => {
    const element = list.current;
    const kept = anchor.current && survivor(anchor.current.id, before.current, ids);
    before.current = ids;
    if (element && kept !== null && anchor.current) {
      const wanted = topOf(kept, layout) - anchor.current.offset;
      const moved = wanted - seenOf(element).top;
      if (Math.abs(moved) >= 1) scrollerOf(element).scrollTop += moved;
    }
    look();
  }, [ids]);

  useLayoutEffect(() => {
    const scroller = list.current && scrollerOf(list.current);
    if (!scroller) return;
    let frame = 0;
    const onScroll = () => {
      if (frame) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        look();
      });
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const sizes = new ResizeObserver(onScroll);
    sizes.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);

  return {
    range,
    reveal(index) {
      const { current: element } = list;
      if (!element) return;
      const { top, bottom } = seenOf(element);
      const scroller = scrollerOf(element);
      // At the top, with whatever stands above the list.
      if (index === 0) scroller.scrollTop = 0;
      else scroller.scrollTop += scrollTo(index, top, bottom, current.current);
      look();
    },
    rowsPerPage() {
      const seen = list.current && seenOf(list.current);
      return seen ? Math.max(1, Math.floor((seen.bottom - seen.top) / layout.row) - 1) : 1;
    },
  };
}

/** What scrolls the list: the panel's view. */
export function scrollerOf(list: HTMLElement): HTMLElement {
  return list.closest<HTMLElement>('.view') ?? list;
}

function seenOf(list: HTMLElement): Seen {
  const scroller = scrollerOf(list);
  const top = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
  return { top, bottom: top + scroller.clientHeight };
}

/** Where a row is now; where it is gone, the next one of those that came behind it. Null where none is left. */
function survivor(id: string, before: readonly string[], ids: readonly string[]): number | null {
  const places = new Map(ids.map((each, index) => [each, index]));
  for (const each of before.slice(Math.max(0, before.indexOf(id)))) {
    const index = places.get(each);
    if (index !== undefined) return index;
  }
  return null;
}
