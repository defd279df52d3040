import type { Person } from '../people.ts';
import { GraphError } from './errors.ts';
import { graphIdOf } from './owner.ts';
import type { GraphAnswer, GraphRequest } from './routes.ts';

/** The default properties of a user (Microsoft Graph, "user resource type"). */
function describePerson(person: Person): Record<string, unknown> {
  return {
    businessPhones: person.businessPhones,
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.userPrincipalName,
    mobilePhone: person.mobilePhone,
    officeLocation: person.officeLocation,
    preferredLanguage: person.preferredLanguage,
    surname: person.surname,
    userPrincipalName: person.userPrincipalName,
    id: graphIdOf(person),
  };
}

/** `GET /me`, cut to `$select` where that is given. An unknown property is refused, as OData asks. */
export function readProfile({ person, query }: GraphRequest): GraphAnswer {
  const everything = describePerson(person);
  const context = 'https://graph.microsoft.com/v1.0/$metadata#users';
  const select = query.get('$select');
  if (select === null) return { body: { '@odata.context': `${context}/$entity`, ...everything } };

  const names = select.split(',').map((name) => name.trim());
  const chosen = names.map((asked) => {
    const name = Object.keys(everything).find((each) => each.toLowerCase() === asked.toLowerCase());
    if (name === undefined) {
      const message = `Parsing OData Select and Expand failed: Could not find a property named '${asked}' on type 'microsoft.graph.user'.`;
      throw new GraphError(400, 'BadRequest', message);
    }
    return [name, everything[name]] as const;
  });
  return {
    body: { '@odata.context': `${context}(${names.join(',')})/$entity`, ...Object.fromEntries(chosen) },
  };
}
