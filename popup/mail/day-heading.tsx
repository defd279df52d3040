import type { Group } from './day-groups.ts';
import { headingTop, type ListLayout } from './list-layout.ts';

/** The day or the month above its messages. It is for the eye: each row says its time. */
export function DayHeading({ group, layout }: { group: Group; layout: ListLayout }) {
  const style = { blockSize: `${layout.heading}px`, translate: `0 ${headingTop(group, layout)}px` };
  return (
    <li class="message-day" role="presentation" aria-hidden="true" style={style}>
      {group.heading}
    </li>
  );
}
