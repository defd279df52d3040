import type { Account } from '../../src/contract.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { Breakable } from '../../src/ui/breakable.tsx';
import { say, sayNumber, type WordKey } from '../../src/words.ts';
import type { Listing } from '../standing.ts';

interface Props {
  account: Account;
  /** Null until the ledger has been read. */
  listing: Listing | null;
}

/** Whose permissions these are, on a badge that hangs from the page, with how many there are. */
export function Who({ account, listing }: Props) {
  const { name, username, isPersonal } = account;
  return (
    <section class="who">
      <svg class="strap" viewBox="0 0 120 44" aria-hidden="true">
        <path class="strap-back" d="M 92 0 L 60 34" />
        <path class="strap-front" d="M 28 0 L 60 34" />
        <rect class="clip" x="52" y="26" width="16" height="18" rx="4" />
      </svg>
      <Avatar name={name} photo={null} />
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p class="username">
        <Breakable text={username} />
      </p>
      <p class="kind">{say(isPersonal ? 'accountPersonal' : 'accountWork')}</p>
      <dl class="counts">
        {countsOf(listing).map(({ label, count }) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function countsOf(listing: Listing | null): { label: WordKey; count: string }[] {
  const { inUse = [], refused = [] } = listing ?? {};
  const paused = inUse.filter(({ state }) => state === 'paused').length;
  const counts = [
    { label: 'countInUse', count: inUse.length - paused },
    { label: 'statePaused', count: paused },
    { label: 'countRefused', count: refused.length },
  ] as const;
  return counts.map(({ label, count }) => ({ label, count: listing ? sayNumber(count) : '–' }));
}
