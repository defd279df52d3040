import type { Person, User } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import type { Account } from '../../src/contract.ts';
import type { Colleague } from '../../src/data/people.ts';
import { AppError, GUID } from '../../src/errors.ts';
import { listOf, manyOf, readAs, type Shape, standIn } from './answers.ts';
import type { Graph } from './client.ts';
import { query } from './paths.ts';
import { readPhoto } from './photos.ts';
import { readPresences } from './presence.ts';
import { line, nullableLine, toLine } from './texts.ts';

const MOST_PEOPLE = 10;

/** Microsoft Graph v1.0, resource type `user`. To `User.ReadBasic.All`, titles and departments are null. */
const DirectoryUser = v.object({
  id: v.pipe(v.string(), v.regex(GUID)),
  displayName: nullableLine,
  jobTitle: nullableLine,
  department: nullableLine,
  mail: nullableLine,
  userPrincipalName: line,
} satisfies Shape<User>);

/** Resource type `person`: whoever one has to do with. */
const NearPerson = v.object({
  id: v.string(),
  displayName: nullableLine,
  jobTitle: nullableLine,
  department: nullableLine,
  scoredEmailAddresses: v.nullish(manyOf(v.object({ address: line })), []),
} satisfies Shape<Person>);

type Searcher = Pick<Account, 'id' | 'isPersonal'>;

/**
 * People by name or address: of the organisation; for a personal account, which belongs to none, those the person has
 * to do with. `signal` says when nobody waits for it any more.
 * @throws AppError
 */
export async function searchPeople(
  graph: Graph,
  { id, isPersonal }: Searcher,
  text: string,
  signal: AbortSignal,
): Promise<Colleague[]> {
  // The directory takes names apart at such characters, and Graph v1.0 stumbles over an `&`, encoded or not
  // (https://developer.microsoft.com/en-us/graph/known-issues/?search=18185).
  const words = toLine(text.replaceAll('&', ' '));
  if (words === '') return [];
  return isPersonal ? searchNear(graph, id, words, signal) : searchDirectory(graph, id, words, signal);
}

async function searchDirectory(
  graph: Graph,
  accountId: string,
  text: string,
  signal: AbortSignal,
): Promise<Colleague[]> {
  const access = { accountId, purpose: 'people' } as const;
  // A backslash takes the next character as it is (Microsoft: "Use the $search query parameter").
  const literal = text.replace(/["\\]/g, '\\$&');
  const answer = await graph.call(access, {
    path: query('/users', DirectoryUser, {
      $search: `"displayName:${literal}" OR "mail:${literal}"`,
      $top: String(MOST_PEOPLE),
    }),
    headers: { ConsistencyLevel: 'eventual' },
    signal,
  });
  const users = readAs(listOf(DirectoryUser), answer).value.slice(0, MOST_PEOPLE);
  if (signal.aborted) throw new AppError('not-answered', { detail: 'search' });
  if (users.length === 0) return [];
  const ids = users.map(({ id }) => id);
  const [presences, ...photos] = await Promise.all([
    // Not every organisation allows it, and nobody is to be missing for that.
    readPresences(graph, accountId, ids).catch(standIn(null)),
    ...ids.map((id) => readPhoto(graph, access, `/users/${id}`, '48x48')),
  ]);
  return users.map(({ id, displayName, jobTitle, department, mail, userPrincipalName }, index) => ({
    id,
    name: displayName ?? userPrincipalName,
    jobTitle,
    department,
    mail,
    photo: photos[index] ?? null,
    availability: presences?.get(id) ?? null,
  }));
}

async function searchNear(
  graph: Graph,
  accountId: string,
  text: string,
  signal: AbortSignal,
): Promise<Colleague[]> {
  const access = { accountId, purpose: 'people-near' } as const;
  const path = query('/me/people', NearPerson, {
    $search: `"${text.replace(/["\\]/g, ' ')}"`,
    $top: String(MOST_PEOPLE),
  });
  const found = readAs(listOf(NearPerson), await graph.call(access, { path, signal })).value;
  return found.slice(0, MOST_PEOPLE).map(({ id, displayName, jobTitle, department, ...person }) => {
    const mail = person.scoredEmailAddresses[0]?.address || null;
    return {
      id,
      name: displayName ?? mail ?? '',
      jobTitle,
      department,
      mail,
      photo: null,
      availability: null,
    };
  });
}
