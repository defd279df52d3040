import type { ComponentChildren } from 'preact';
import type { Lever } from '../use-lever.ts';
import { Group } from './group.tsx';

interface Props {
  title: string;
  lever: Lever;
  scopes: readonly string[];
  /** Whose they are, for the buttons' names. */
  owner: string;
  empty: string;
  /** Without scopes, all of them. */
  onRevoke(scopes?: readonly string[]): void;
  children?: ComponentChildren;
}

/** Consents, each with the way to take it back. */
export function ConsentList({ title, lever, scopes, owner, empty, onRevoke, children }: Props) {
  const revokeAll = (
    <button
      type="button"
      class="link"
      aria-label={`Revoke all consents of ${owner}`}
      onClick={() => onRevoke()}
    >
      Revoke all
    </button>
  );
  return (
    <Group title={`${title} (${scopes.length})`} lever={lever} action={scopes.length > 0 && revokeAll}>
      {scopes.length === 0 && <p class="quiet">{empty}</p>}
      <ul class="consents">
        {scopes.map((scope) => (
          <li key={scope}>
            <code>{scope}</code>
            <button
              type="button"
              class="link"
              aria-label={`Revoke ${scope} of ${owner}`}
              onClick={() => onRevoke([scope])}
            >
              Revoke
            </button>
          </li>
        ))}
      </ul>
      {children}
    </Group>
  );
}
