import { useState } from 'preact/hooks';
import { graphPermissions } from '../../../permissions.ts';
import { orders } from '../orders.ts';
import { Group } from '../parts/group.tsx';
import { useLever } from '../use-lever.ts';

/** An administrator's consent for everybody, without the administrator. */
export function GrantForEverybody({ granted }: { granted: readonly string[] }) {
  const lever = useLever();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const offered = graphPermissions.filter(({ scope }) => !granted.includes(scope));
  const scopes = offered.map(({ scope }) => scope).filter((scope) => chosen.includes(scope));

  const choose = (scope: string, isChosen: boolean) =>
    setChosen((known) => (isChosen ? [...known, scope] : known.filter((each) => each !== scope)));
  const grant = async () => {
    await lever.pull(orders.grantForEverybody(scopes), `Everybody has consent to ${scopes.join(', ')}.`);
    setChosen([]);
  };
  return (
    <Group title="Consent for everybody, as an administrator" lever={lever}>
      <details class="pick">
        <summary>Choose permissions</summary>
        <ul>
          {offered.map(({ scope, title }) => (
            <li key={scope}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(scope)}
                  onChange={(event) => choose(scope, event.currentTarget.checked)}
                />
                <span>
                  <code>{scope}</code>
                  <small>{title}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <div class="row">
          <button type="button" disabled={scopes.length === 0} onClick={grant}>
            {scopes.length < 2 ? 'Grant for everybody' : `Grant ${scopes.length} for everybody`}
          </button>
        </div>
      </details>
    </Group>
  );
}
