import { ACTIVITIES, type ActivityStep } from '../../src/ledger.ts';
import { clockTime } from '../../src/ui/times.ts';
import { say, sayNumber } from '../../src/words.ts';
import { LANES } from '../timeline-words.ts';
import { exactTime } from '../times.ts';

interface Props {
  steps: readonly ActivityStep[];
}

/** The time line for who cannot see it: the quarter hours in which anything happened, in numbers. */
export function TimelineTable({ steps }: Props) {
  return (
    <table>
      <caption>{say('timelineTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('timelineFrom')}</th>
          {ACTIVITIES.map((kind) => (
            <th key={kind} scope="col">
              {say(LANES[kind])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.from}>
            <th scope="row" title={exactTime(step.from)}>
              {clockTime(step.from)}
            </th>
            {ACTIVITIES.map((kind) => (
              <td key={kind}>{sayNumber(step[kind])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
