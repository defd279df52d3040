import type { Account } from '../../src/contract.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { say } from '../../src/words.ts';

interface Props {
  accounts: readonly Account[];
  chosen: string;
  onChoose: (accountId: string) => void;
}

/** Everybody who is signed in; a click, or an arrow key, shows theirs. */
export function AccountChoice({ accounts, chosen, onChoose }: Props) {
  return (
    <fieldset class="account-choice">
      <legend class="unseen">{say('accounts')}</legend>
      {accounts.map(({ id, name, username }) => (
        <label key={id} title={username}>
          <input
            type="radio"
            name="account"
            class="unseen"
            value={id}
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <Avatar name={name} photo={null} />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
