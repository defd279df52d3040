import { FORECAST_DATE } from '../../src/permissions.ts';
import { say, type WordKey } from '../../src/words.ts';
import type { Unasked } from '../standing.ts';
import { dayOf } from '../times.ts';
import { CatalogueEntry } from './catalogue-entry.tsx';

interface Props {
  title: WordKey;
  text: WordKey;
  entries: readonly Unasked[];
  /** Whether who has to say yes is a forecast, as it is in an organisation. */
  isForecast: boolean;
}

/** What Lanyard can ask for and has not: each permission with who would probably have to say yes. */
export function Catalogue({ title, text, entries, isForecast }: Props) {
  if (entries.length === 0) return null;
  const isGuessed = isForecast && entries.some(({ partOf }) => partOf === null);
  return (
    <section class="catalogue">
      <h2>{say(title)}</h2>
      <p class="lead">{say(text)}</p>
      <ul>
        {entries.map((entry) => (
          <CatalogueEntry key={entry.permission} entry={entry} />
        ))}
      </ul>
      {isGuessed && <p class="hint">{say('forecastNote', dayOf(FORECAST_DATE))}</p>}
    </section>
  );
}
