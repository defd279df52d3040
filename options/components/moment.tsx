import { say, type WordKey } from '../../src/words.ts';
import { exactTime, isJustNow, relativeTime } from '../times.ts';

interface Props {
  at: number;
  now: number;
  /** The words that the time is put in: "last …". What is just now needs none. */
  words?: WordKey | undefined;
}

/** How long ago something was; the day and the second are there for whoever points at it. */
export function Moment({ at, now, words }: Props) {
  const ago = relativeTime(at, now);
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {words && !isJustNow(at, now) ? say(words, ago) : ago}
    </time>
  );
}
