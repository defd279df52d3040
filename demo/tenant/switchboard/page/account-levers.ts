import type { AccountLever } from './orders.ts';
import type { Person } from './tenant-shape.ts';

interface AccountSwitch {
  lever: AccountLever;
  label: string;
  /** What Lanyard is told while it is not as usual. */
  aadsts: number;
  usually: boolean;
  isOn(person: Person): boolean;
  /** What to say while it is on and while it is off: of whom comes before. */
  says: { on: string; off: string };
}

/** The switches of a person's account. */
export const accountSwitches: readonly AccountSwitch[] = [
  {
    lever: 'require-mfa',
    label: 'Extra check',
    aadsts: 50076,
    usually: false,
    isOn: (person) => person.needsMfa,
    says: { on: 'needs a second step', off: 'needs no second step' },
  },
  {
    lever: 'disable-account',
    label: 'Disabled',
    aadsts: 50057,
    usually: false,
    isOn: (person) => person.isDisabled,
    says: { on: 'is disabled', off: 'is enabled again' },
  },
  {
    lever: 'delete-account',
    label: 'Deleted',
    aadsts: 50034,
    usually: false,
    isOn: (person) => person.isDeleted,
    says: { on: 'is deleted', off: 'is in the directory again' },
  },
  {
    lever: 'expire-password',
    label: 'Password expired',
    aadsts: 50055,
    usually: false,
    isOn: (person) => person.isPasswordExpired,
    says: { on: 'has an expired password', off: 'has a valid password again' },
  },
  {
    lever: 'assign',
    label: 'Assigned',
    aadsts: 50105,
    usually: true,
    isOn: (person) => person.isAssigned,
    says: { on: 'is assigned to Lanyard', off: 'is not assigned to Lanyard' },
  },
];

export const firstName = ({ name }: Pick<Person, 'name'>): string => name.split(' ', 1)[0] ?? name;
