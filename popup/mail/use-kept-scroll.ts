import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { scrollerOf } from './use-list-window.ts';
import type { ListPlace } from './use-row-focus.ts';

/** Scrolls a list to where it was when it was last shown, and keeps where it is for the next time. */
export function useKeptScroll(list: RefObject<HTMLElement | null>, kept: RefObject<ListPlace>): void {
  useLayoutEffect(() => {
    const scroller = list.current && scrollerOf(list.current);
    const { current: place } = kept;
    if (!scroller || !place) return;
    scroller.scrollTop = place.top;
    const keep = () => {
      place.top = scroller.scrollTop;
    };
    scroller.addEventListener('scroll', keep, { passive: true });
    return () => scroller.removeEventListener('scroll', keep);
  }, []);
}
