import { randomBytes } from 'node:crypto';
import type { Person } from '../people.ts';

/** What the directory says about one account, beside who it is. */
export interface AccountState {
  /** A second step is asked for once in each browser session. */
  needsMfa: boolean;
  isDisabled: boolean;
  isDeleted: boolean;
  isPasswordExpired: boolean;
  /** Whether the app may be used, in an organisation that assigns people to its apps. */
  isAssigned: boolean;
}

/** The accounts as the directory keeps them. */
export interface Accounts {
  of(person: Person): Readonly<AccountState>;
  set(person: Person, changes: Partial<AccountState>): void;
  /** Whether a sign-in, or a session from before, serves at all. */
  canSignIn(person: Person): boolean;
  /** Gives a password, a made-up one unless it is named, which has not expired; `person.password` is it from now on. */
  setPassword(person: Person, password?: string): string;
  /** As in the beginning, passwords too. */
  clear(): void;
}

const unremarkable: AccountState = {
  needsMfa: false,
  isDisabled: false,
  isDeleted: false,
  isPasswordExpired: false,
  isAssigned: true,
};

export function createAccounts(people: readonly Person[]): Accounts {
  const changed = new Map<string, AccountState>();
  const firstPasswords = people.map((person) => ({ person, password: person.password }));

  const of = ({ key }: Person) => changed.get(key) ?? unremarkable;
  const set = (person: Person, changes: Partial<AccountState>) =>
    void changed.set(person.key, { ...of(person), ...changes });
  return {
    of,
    set,
    canSignIn: (person) => !of(person).isDisabled && !of(person).isDeleted,
    setPassword(person, password = `fresh-${randomBytes(6).toString('hex')}`) {
      person.password = password;
      set(person, { isPasswordExpired: false });
      return password;
    },
    clear() {
      changed.clear();
      for (const { person, password } of firstPasswords) person.password = password;
    },
  };
}
