import { dateFormat } from '../../src/ui/times.ts';
import { say, type WordKey } from '../../src/words.ts';

/** The day that it is, with a greeting that fits the hour. */
export function Greeting({ now }: { now: number }) {
  const date = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <header class="greeting">
      <h2>{say(greetingAt(new Date(now).getHours()))}</h2>
      <time dateTime={new Date(now).toISOString()}>{date.format(now)}</time>
    </header>
  );
}

function greetingAt(hour: number): WordKey {
  if (hour >= 4 && hour < 12) return 'greetMorning';
  return hour >= 12 && hour < 18 ? 'greetDay' : 'greetEvening';
}
