import { useId, useState } from 'preact/hooks';
import { failureTexts } from '../../../entra/failure-texts.ts';
import { failureMenu, nameFailure, placeNames, placesOf, toChoice } from '../failure-menu.ts';
import { orders } from '../orders.ts';
import { describeAnswers } from '../standing.ts';
import type { Answers } from '../tenant-shape.ts';
import { useLever } from '../use-lever.ts';
import { Group } from './group.tsx';

interface Props {
  title: string;
  /** Null for everybody. */
  personKey: string | null;
  /** Who gets the failure, in words. */
  who: string;
  answers: Answers;
}

/** Requests are answered with a failure of the list until that is put back. */
export function AnswerWith({ title, personKey, who, answers }: Props) {
  const lever = useLever();
  const [aadsts, setAadsts] = useState(50076);
  const [wanted, setWanted] = useState(0);
  const id = useId();
  const places = placesOf(aadsts);
  const place = places[wanted] ?? places[0] ?? 'token';
  const standing = describeAnswers(answers);

  const answer = () =>
    lever.pull(
      orders.answerWith(personKey, toChoice(aadsts, place)),
      `${who}: ${placeNames[place]} get ${aadsts}, until put back.`,
    );
  const putBack = () => lever.pull(orders.answerWith(personKey, null), `${who}: answers are put back.`);
  return (
    <Group title={title} lever={lever}>
      {standing.length > 0 && (
        <div class="set-note">
          <ul>
            {standing.map((words) => (
              <li key={words}>{words}, until put back</li>
            ))}
          </ul>
          <button type="button" onClick={putBack}>
            Put back
          </button>
        </div>
      )}
      <div class="fields">
        <select
          class="field-wide"
          aria-label={`Failure for ${who}`}
          aria-describedby={id}
          value={aadsts}
          onChange={(event) => {
            setAadsts(Number(event.currentTarget.value));
            setWanted(0);
          }}
        >
          {failureMenu.map((row) => (
            <optgroup key={row.id} label={row.label}>
              {row.options.map((option) => (
                <option key={option.aadsts} value={option.aadsts}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <select
          aria-label={`What ${who} gets it for`}
          value={places.indexOf(place)}
          onChange={(event) => setWanted(Number(event.currentTarget.value))}
        >
          {places.map((each, index) => (
            <option key={each} value={index}>
              {placeNames[each]}
            </option>
          ))}
        </select>
        <button type="button" onClick={answer}>
          Answer so
        </button>
      </div>
      <p class="fine clamped" id={id} title={failureTexts[aadsts]}>
        <strong>{nameFailure(aadsts)}.</strong> “{failureTexts[aadsts]}”
      </p>
    </Group>
  );
}
