import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { rowAfter } from './row-keys.ts';

/** Where in a list somebody is: how far it is scrolled (CSS pixels), and which row is the active one. */
export interface ListPlace {
  top: number;
  /** What takes the place of a row that is gone becomes the active one. */
  row: number;
}

interface Options {
  list: RefObject<HTMLElement | null>;
  ids: readonly string[];
  /** The row that has the focus at first; null leaves the focus where it is. */
  focused: string | null;
  kept: RefObject<ListPlace>;
  reveal(index: number): void;
  rowsPerPage(): number;
}

interface RowFocus {
  /** The one row that the Tab key comes to. It is drawn wherever it lies, so that the focus is not lost. */
  active: number;
  onKeyDown(event: KeyboardEvent): void;
  /** Says that the focus has come into a row. */
  onFocus(id: string): void;
}

/** The focus goes through a list as the arrow keys say, and stays with its row while rows come and go. */
export function useRowFocus({ list, ids, focused, kept, reveal, rowsPerPage }: Options): RowFocus {
  const [activeId, setActiveId] = useState(focused);
  const wanted = useRef(focused !== null);

  const found = activeId === null ? -1 : ids.indexOf(activeId);
  const active = Math.max(0, found >= 0 ? found : Math.min(kept.current.row, ids.length - 1));
  const hasGone = activeId !== null && found < 0 && (list.current?.contains(document.activeElement) ?? false);
  kept.current.row = active;

  useLayoutEffect(() => {
    if (!wanted.current && !hasGone) return;
    const row = list.current?.querySelector<HTMLElement>(`[aria-posinset="${active + 1}"] .row-main`);
    if (!row) return;
    reveal(active);
    row.focus({ preventScroll: true });
    wanted.current = false;
  });

  return {
    active,
    onKeyDown(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const to = rowAfter(event.key, active, ids.length, rowsPerPage());
      const id = to === null ? undefined : ids[to];
      if (to === null || id === undefined) return;
      event.preventDefault();
      wanted.current = true;
      setActiveId(id);
      reveal(to);
    },
    onFocus: setActiveId,
  };
}
