import { say } from '../../src/words.ts';
import { factsOf } from '../facts.ts';
import type { Row } from '../standing.ts';
import { Moment } from './moment.tsx';

interface Props {
  row: Row;
  now: number;
}

/** What is on record: asked for what and when, granted by whom, used how often, carried until when. */
export function Facts({ row, now }: Props) {
  return (
    <dl class="facts">
      {factsOf(row, now).map(({ label, text, at, when }) => (
        <div key={label}>
          <dt>{say(label)}</dt>
          {text && <dd>{text}</dd>}
          {at !== null && (
            <dd class="when">
              <Moment at={at} now={now} words={when} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
