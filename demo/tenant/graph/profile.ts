import { graphIdOf } from './owner.ts';
import { type DirectoryEntry, entryOf } from './people/directory-entry.ts';
import { type Picking, readPicking } from './pick.ts';
import { type QueryOptions, readOptions } from './query-options.ts';
import type { GraphAnswer, GraphRequest } from './routes.ts';

/** What a user has without `$select` (Microsoft Graph, "user resource type"). */
const usual = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];
const onDemand = ['department', 'accountEnabled', 'userType', 'companyName', 'city', 'country'];

/** Reads `$select` for a user. An unknown property is refused, as OData asks. */
export const readUserPicking = (options: QueryOptions): Picking =>
  readPicking(options, { type: 'microsoft.graph.user', properties: [...usual, ...onDemand], usual });

/** Everything there is to say about a user. */
export const describeUser = (entry: DirectoryEntry): Record<string, unknown> => ({
  businessPhones: entry.businessPhones,
  displayName: entry.displayName,
  givenName: entry.givenName,
  jobTitle: entry.jobTitle,
  mail: entry.userPrincipalName,
  mobilePhone: entry.mobilePhone,
  officeLocation: entry.officeLocation,
  preferredLanguage: entry.preferredLanguage,
  surname: entry.surname,
  userPrincipalName: entry.userPrincipalName,
  id: entry.id,
  department: entry.department,
  accountEnabled: true,
  userType: 'Member',
  companyName: null,
  city: null,
  country: null,
});

/** `GET /me`, cut to `$select` where that is given. */
export function readProfile({ person, query }: GraphRequest): GraphAnswer {
  const { suffix, cut } = readUserPicking(readOptions(query, ['$select']));
  return {
    body: {
      '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#users${suffix}/$entity`,
      ...cut(describeUser(entryOf(person, graphIdOf(person), null))),
    },
  };
}
