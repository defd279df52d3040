import type { Account } from '../../src/contract.ts';
import type { Colleague } from '../../src/data/people.ts';
import { sayCount } from '../../src/words.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { PersonRow } from './person-row.tsx';

interface Props {
  people: Colleague[];
  /** What they were found by. */
  typed: string;
  /** Whether the next are on their way. */
  isStale: boolean;
  account: Account;
}

/** Who was found, or that nobody was; paler while others are looked for. */
export function PeopleFound({ people, typed, isStale, account }: Props) {
  if (people.length === 0) {
    return <EmptyState icon="people" title="peopleNoneTitle" text="peopleNoneText" />;
  }
  return (
    <>
      <p class="visually-hidden" role="status">
        {isStale ? '' : sayCount('peopleFound', people.length)}
      </p>
      <ul class={`rows people-found ${isStale ? 'people-stale' : ''}`} aria-busy={isStale}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} typed={typed} account={account} />
          </li>
        ))}
      </ul>
    </>
  );
}
