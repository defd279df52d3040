import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import { useNow } from '../use-now.ts';
import { groupByTime } from './day-groups.ts';
import { DayHeading } from './day-heading.tsx';
import { ListEnd } from './list-end.tsx';
import { heightOf, rowsToDraw, topOf } from './list-layout.ts';
import { MessagePlace } from './message-place.tsx';
import { useIds } from './use-ids.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useListWindow } from './use-list-window.ts';
import type { MailList } from './use-mail-list.ts';
import { type ListPlace, useRowFocus } from './use-row-focus.ts';

interface Props {
  list: MailList;
  editing: Editing;
  /** The message that has just been closed. */
  focused: string | null;
  /** Where in the list one is, for when it is shown again. */
  kept: RefObject<ListPlace>;
  onOpen(id: string): void;
}

/** Of a row and of a heading, in letters of the page's size. */
const ROW_REM = 3.25;
const HEADING_REM = 1.75;
/** From so many rows before the end on, what follows is asked for. */
const AHEAD = 6;

/** The messages, one below the other, as many as are in sight; more come as one goes on. */
export function MessageList({ list, editing, focused, kept, onOpen }: Props) {
  const { messages, isWhole } = list;
  const now = useNow();
  const place = useRef<HTMLUListElement>(null);
  const rem = useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize), []);
  const { ids, isClosing } = useIds(messages);
  const groups = useMemo(() => groupByTime(messages, now), [ids, now]);
  const layout = { count: ids.length, groups, row: ROW_REM * rem, heading: HEADING_REM * rem };
  // Before anything is measured.
  useKeptScroll(place, kept);
  const { range, reveal, rowsPerPage } = useListWindow(place, ids, layout);
  const { active, onKeyDown, onFocus } = useRowFocus({
    list: place,
    ids,
    focused,
    kept,
    reveal,
    rowsPerPage,
  });

  useLayoutEffect(() => {
    if (range.to + AHEAD >= ids.length) list.more();
  });

  const drawn = rowsToDraw(range, active, ids.length);
  const headings = groups.filter(({ first }) => first >= range.from && first < range.to);
  return (
    <>
      <ul
        ref={place}
        class={isClosing ? 'message-rows message-rows-closing' : 'message-rows'}
        aria-label={say('panelMail')}
        style={{ blockSize: `${heightOf(layout)}px` }}
        onKeyDown={onKeyDown}
      >
        {headings.map((group) => (
          <DayHeading key={group.heading} group={group} layout={layout} />
        ))}
        {drawn.map((at) => {
          const message = messages[at];
          return (
            message && (
              <MessagePlace
                key={message.id}
                message={message}
                index={at}
                count={isWhole ? ids.length : null}
                top={topOf(at, layout)}
                height={layout.row}
                now={now}
                isActive={at === active}
                editing={editing}
                onOpen={onOpen}
                onFocus={onFocus}
              />
            )
          );
        })}
      </ul>
      <ListEnd list={list} />
    </>
  );
}
