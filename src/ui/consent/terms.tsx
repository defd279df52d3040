import { describePermission, type Permission } from '../../permissions.ts';
import { say } from '../../words.ts';
import { Icon } from '../icon.tsx';

interface Props {
  permissions: readonly Permission[];
}

/** Each permission in plain words: its name, what it lets Lanyard do, and what not. */
export function Terms({ permissions }: Props) {
  return (
    <ul class="terms torn">
      {permissions.map((permission) => {
        const { name, lets, not } = describePermission(permission);
        return (
          <li key={permission}>
            <h3>{say(name)}</h3>
            <p class="term term-can">
              <Icon name="can" />
              <span class="visually-hidden">{say('canDo')} </span>
              {say(lets)}
            </p>
            <p class="term term-cannot">
              <Icon name="cannot" />
              <span class="visually-hidden">{say('cannotDo')} </span>
              {say(not)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
