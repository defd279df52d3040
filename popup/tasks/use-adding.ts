import { useEffect, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../src/edits.ts';
import { type AddTask, LONGEST_TITLE, toTitle } from '../../src/page-task.ts';
import type { Editing } from '../data/use-editing.ts';
import type { Place } from '../use-place.ts';
import { toDay } from './due-groups.ts';

/** The field for a new task. */
export interface Adding {
  text: string;
  isDueToday: boolean;
  isTooLong: boolean;
  isUnderWay: boolean;
  type(text: string): void;
  setDueToday(isDueToday: boolean): void;
  /** Adds what is typed, unless that is nothing or too much. */
  add(): void;
}

/**
 * What is typed stays until it has become a task: through a refusal, a failure, and Microsoft's window, which closes
 * the popup while the wish waits.
 */
export function useAdding(accountId: string, place: Place, editing: Editing): Adding {
  const wished = place.wish?.accountId === accountId ? place.wish.edit : null;
  const sent = useRef(
    typedOf(wished) ?? typedOf(editing.refusal?.edit) ?? typedOf(editing.underWay.find(typedOf)),
  );
  const [text, setText] = useState(sent.current?.title ?? '');
  const [isDueToday, setDueToday] = useState(sent.current?.due === toDay(Date.now()));

  const edit = sent.current;
  const isMade = edit !== null && !editing.underWay.includes(edit) && editing.since(0).includes(edit);
  useEffect(() => {
    if (!isMade) return;
    sent.current = null;
    // Whoever has gone on typing meanwhile keeps that.
    setText((now) => (toTitle(now) === edit?.title ? '' : now));
  }, [isMade]);

  const title = text.trim();
  const isTooLong = title.length > LONGEST_TITLE;
  const isUnderWay = editing.underWay.some(({ kind }) => kind === 'add-task');
  return {
    text,
    isDueToday,
    isTooLong,
    isUnderWay,
    type: setText,
    setDueToday,
    add() {
      if (title === '' || isTooLong || isUnderWay) return;
      const due = isDueToday ? toDay(Date.now()) : null;
      sent.current = { kind: 'add-task', title: toTitle(title), due, link: null };
      editing.make(sent.current);
    },
  };
}

/** A task that was typed, and not made from a page. */
function typedOf(edit: Edit | null | undefined): AddTask | null {
  return edit?.kind === 'add-task' && edit.link === null ? edit : null;
}
