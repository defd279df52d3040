import type { ApiFailure } from '../api.ts';
import { nameShift } from '../standing.ts';
import type { Tenant } from '../tenant-shape.ts';
import { nameTime } from '../times.ts';

interface Props {
  clock: Tenant['clock'] | null;
  failure: ApiFailure | null;
}

/** What this is, what it is not, and how the tenant's clock stands. */
export function Top({ clock, failure }: Props) {
  return (
    <>
      <p class="banner" role="note">
        <strong>Local test tenant, not Microsoft.</strong> Everybody here is made up, and nothing leaves this
        computer.
      </p>
      <header class="top">
        <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <rect x="2" y="3" width="20" height="8" rx="4" />
          <circle cx="18" cy="7" r="2.4" />
          <rect x="2" y="13" width="20" height="8" rx="4" />
          <circle cx="6" cy="17" r="2.4" />
        </svg>
        <h1>Switchboard</h1>
        {clock && (
          <p class="clock">
            <span class="quiet">Tenant’s time</span> <time>{nameTime(clock.now)}</time>
            {clock.shift !== 0 && <strong> {nameShift(clock.shift)}</strong>}
          </p>
        )}
      </header>
      {failure && (
        <p class="away" role="alert">
          {failure.message}
        </p>
      )}
    </>
  );
}
