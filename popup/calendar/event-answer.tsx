import type { CalendarEvent } from '../../src/data/calendar.ts';
import { say, type WordKey } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';

interface Props {
  event: CalendarEvent;
  editing: Editing;
}

type Answer = 'accepted' | 'tentativelyAccepted' | 'declined';

const ANSWERS: [Answer, WordKey][] = [
  ['accepted', 'answerAccept'],
  ['tentativelyAccepted', 'answerMaybe'],
  ['declined', 'answerDecline'],
];

/** Whether one comes: what has been said is pressed, and can be changed. */
export function EventAnswer({ event: { id, response }, editing }: Props) {
  return (
    <div class="event-answer">
      <fieldset class="answers" aria-label={say('yourAnswer')}>
        {ANSWERS.map(([answer, label]) => (
          <button
            key={answer}
            type="button"
            class={`button answer-${answer}`}
            aria-pressed={response === answer}
            onClick={() => response !== answer && editing.make({ kind: 'answer-event', eventId: id, answer })}
          >
            {say(label)}
          </button>
        ))}
      </fieldset>
      <p class="event-note">{say('answerTold')}</p>
    </div>
  );
}
