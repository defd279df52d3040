import type { Person } from '../../people.ts';
import type { Correspondent } from '../cast.ts';

/** Somebody whom the organisation's directory lists. */
export interface DirectoryEntry {
  id: string;
  displayName: string;
  givenName: string | null;
  surname: string | null;
  jobTitle: string | null;
  department: string | null;
  officeLocation: string | null;
  userPrincipalName: string;
  mobilePhone: string | null;
  businessPhones: readonly string[];
  preferredLanguage: string | null;
  hasPhoto: boolean;
  /** Null for whoever is at the top. */
  managerId: string | null;
}

/** The entry of somebody who can sign in. */
export const entryOf = (person: Person, id: string, managerId: string | null): DirectoryEntry => ({
  id,
  displayName: person.displayName,
  givenName: person.givenName,
  surname: person.surname,
  jobTitle: person.jobTitle,
  department: person.department,
  officeLocation: person.officeLocation,
  userPrincipalName: person.userPrincipalName,
  mobilePhone: person.mobilePhone,
  businessPhones: person.businessPhones,
  preferredLanguage: person.preferredLanguage,
  hasPhoto: person.photo !== null,
  managerId,
});

/** Whether an entry is that colleague’s. */
export const isEntryOf =
  ({ address }: Correspondent) =>
  ({ userPrincipalName }: DirectoryEntry): boolean =>
    userPrincipalName === address;
