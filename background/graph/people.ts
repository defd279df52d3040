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

/** Whoever a search has found, before their faces and how they can be reached. */
export type FoundPerson = Omit<Colleague, 'photo' | 'availability'>;

/** How many, and when nobody waits for them any more. */
interface Extent {
  top: number;
  signal?: AbortSignal;
}

/**
 * People by name or address: of the organisation; for a personal account, which belongs to none, those the person has
 * to do with. `signal` says when nobody waits for it any more.
 * @throws AppError
 */
export async function searchPeople(
  graph: Graph,
  searcher: Searcher,
  text: string,
  signal: AbortSignal,
): Promise<Colleague[]> {
  const found = await findPeople(graph, searcher, text, { top: MOST_PEOPLE, signal });
  if (signal.aborted) throw new AppError('not-answered', { detail: 'search' });
  if (searcher.isPersonal) return found.map((person) => ({ ...person, photo: null, availability: null }));
  return withFaces(graph, searcher.id, found);
}

/**
 * The same people in one request, by what the search itself says of them.
 * @throws AppError
 */
export async function findPeople(
  graph: Graph,
  { id, isPersonal }: Searcher,
  text: string,
  extent: Extent,
): Promise<FoundPerson[]> {
  // The directory takes names apart at such characters, and Graph v1.0 stumbles over an `&`, encoded or not
  // (https://developer.microsoft.com/en-us/graph/known-issues/?search=18185).
  const words = toLine(text.replaceAll('&', ' '));
  if (words === '') return [];
  return (isPersonal ? findNear : findInDirectory)(graph, id, words, extent);
}

async function findInDirectory(
  graph: Graph,
  accountId: string,
  text: string,
  { top, ...rest }: Extent,
): Promise<FoundPerson[]> {
  // A backslash takes the next character as it is (Microsoft: "Use the $search query parameter").
  const literal = text.replace(/["\\]/g, '\\$&');
  const answer = await graph.call(
    { accountId, purpose: 'people' },
    {
      path: query('/users', DirectoryUser, {
        $search: `"displayName:${literal}" OR "mail:${literal}"`,
        $top: String(top),
      }),
      headers: { ConsistencyLevel: 'eventual' },
      ...rest,
    },
  );
  const users = readAs(listOf(DirectoryUser), answer).value.slice(0, top);
  return users.map(({ displayName, userPrincipalName, ...user }) => ({
    ...user,
    name: displayName ?? userPrincipalName,
  }));
}

async function withFaces(
  graph: Graph,
  accountId: string,
  found: readonly FoundPerson[],
): Promise<Colleague[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const [presences, ...photos] = await Promise.all([
    // Not every organisation allows it, and nobody is to be missing for that.
    readPresences(graph, accountId, ids).catch(standIn(null)),
    ...ids.map((id) => readPhoto(graph, { accountId, purpose: 'people' }, `/users/${id}`, '48x48')),
  ]);
  return found.map((person, index) => ({
    ...person,
    photo: photos[index] ?? null,
    availability: presences?.get(person.id) ?? null,
  }));
}

async function findNear(
  graph: Graph,
  accountId: string,
  text: string,
  { top, ...rest }: Extent,
): Promise<FoundPerson[]> {
  const access = { accountId, purpose: 'people-near' } as const;
  const path = query('/me/people', NearPerson, {
    $search: `"${text.replace(/["\\]/g, ' ')}"`,
    $top: String(top),
  });
  const found = readAs(listOf(NearPerson), await graph.call(access, { path, ...rest })).value;
  return found.slice(0, top).map(({ id, displayName, jobTitle, department, ...person }) => {
    const mail = person.scoredEmailAddresses[0]?.address || null;
    return { id, name: displayName ?? mail ?? '', jobTitle, department, mail };
  });
}
