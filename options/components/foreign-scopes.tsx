import { say, sayAll } from '../../src/words.ts';
import type { Foreign } from '../standing.ts';
import { Moment } from './moment.tsx';

interface Props {
  scopes: readonly Foreign[];
  now: number;
}

/** What somebody has granted without being asked by Lanyard, which leaves it alone. */
export function ForeignScopes({ scopes, now }: Props) {
  if (scopes.length === 0) return null;
  return (
    <section class="foreign">
      <h2>{say('foreignTitle')}</h2>
      <p class="lead">{say('foreignText')}</p>
      <ul>
        {scopes.map(({ scope, grantedAt, contains }) => (
          <li key={scope} data-scope={scope}>
            <code>{scope}</code>
            {contains.length > 0 && <span>{say('servesAs', sayAll(contains))}</span>}
            <Moment at={grantedAt} now={now} words="noticed" />
          </li>
        ))}
      </ul>
    </section>
  );
}
