interface Props {
  scopes: readonly string[];
  /** Whose they are, for the buttons' names. */
  owner: string;
  empty: string;
  /** Without scopes, all of them. */
  onRevoke(scopes?: readonly string[]): void;
}

/** Consents, each with the way to take it back. */
export function ConsentList({ scopes, owner, empty, onRevoke }: Props) {
  if (scopes.length === 0) return <p class="quiet">{empty}</p>;
  return (
    <>
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
      <div class="row">
        <button type="button" aria-label={`Revoke all consents of ${owner}`} onClick={() => onRevoke()}>
          Revoke all
        </button>
      </div>
    </>
  );
}
