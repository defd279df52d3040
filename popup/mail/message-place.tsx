import { Component } from 'preact';
import type { MessageSummary } from '../../src/data/mail.ts';
import type { Editing } from '../data/use-editing.ts';
import { MessageRow } from './message-row.tsx';

interface Props {
  message: MessageSummary;
  /** Where it comes in the list, and how many there are; null while nobody knows. */
  index: number;
  count: number | null;
  /** In CSS pixels, from the top of the list. */
  top: number;
  height: number;
  now: number;
  isActive: boolean;
  editing: Editing;
  onOpen(id: string): void;
  onFocus(id: string): void;
}

/** A message in its place; drawn anew only when something about it is, as most of them stay while one scrolls. */
export class MessagePlace extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const names = Object.keys(next) as (keyof Props)[];
    return names.some((name) => next[name] !== this.props[name]);
  }

  override render() {
    const { index, count, top, height, ...row } = this.props;
    return (
      <li
        class="message-place"
        aria-posinset={index + 1}
        aria-setsize={count ?? -1}
        style={{ blockSize: `${height}px`, translate: `0 ${top}px` }}
      >
        <MessageRow {...row} />
      </li>
    );
  }
}
