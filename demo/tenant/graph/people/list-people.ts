import { GraphError } from '../errors.ts';
import { ownerContext } from '../owner.ts';
import { answerPage } from '../page.ts';
import { type QueryOptions, readOptions, readWindow } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection, type Selectable } from '../select.ts';
import { findRelevant, type RelevantPerson } from './relevant.ts';
import { matchesWords, wordsOf } from './words.ts';

const personType: Selectable = {
  type: 'microsoft.graph.person',
  properties: [
    'id',
    'displayName',
    'givenName',
    'surname',
    'birthday',
    'personNotes',
    'isFavorite',
    'jobTitle',
    'companyName',
    'yomiCompany',
    'department',
    'officeLocation',
    'profession',
    'userPrincipalName',
    'imAddress',
    'scoredEmailAddresses',
    'phones',
    'postalAddresses',
    'websites',
    'personType',
  ],
};

function describePerson({ who, entry, id, kind, score }: RelevantPerson): Record<string, unknown> {
  const isPerson = kind.class === 'Person';
  const [given = null, ...family] = who.name.split(' ');
  return {
    id,
    displayName: entry?.displayName ?? who.name,
    givenName: entry?.givenName ?? (isPerson ? given : null),
    surname: entry?.surname ?? (isPerson ? family.join(' ') : null),
    birthday: '',
    personNotes: '',
    isFavorite: false,
    jobTitle: entry?.jobTitle ?? null,
    companyName: null,
    yomiCompany: '',
    department: entry?.department ?? null,
    officeLocation: entry?.officeLocation ?? null,
    profession: '',
    userPrincipalName: entry?.userPrincipalName ?? '',
    imAddress: entry ? `sip:${entry.userPrincipalName}` : null,
    scoredEmailAddresses: [
      { address: who.address, relevanceScore: score, selectionLikelihood: 'notSpecified' },
    ],
    phones: (entry?.businessPhones ?? []).map((number) => ({ type: 'business', number })),
    postalAddresses: [],
    websites: [],
    personType: kind,
  };
}

/** Whether two words are the same but for one letter in the wrong place, missing or too many. */
function isNear(word: string, asked: string): boolean {
  if (asked.length < 4 || Math.abs(word.length - asked.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === asked[same]) same += 1;
  const rests = [
    [word.slice(same + 1), asked.slice(same + 1)],
    [word.slice(same + 1), asked.slice(same)],
    [word.slice(same), asked.slice(same + 1)],
  ];
  return rests.some(([left, right]) => left === right);
}

/** "Supports fuzzy matching" is all that Graph says; this finds beginnings, and forgives one slip in a word. */
function readSearch(options: QueryOptions): ((person: RelevantPerson) => boolean) | null {
  const text = options.get('$search');
  if (text === undefined) return null;
  if (options.has('$skip')) {
    throw new GraphError(400, 'ErrorInvalidUrlQuery', '$skip is not supported together with $search.');
  }
  const query = text.replaceAll('"', '').trim();
  return ({ who: { name, address } }) =>
    matchesWords(name, query) ||
    address.toLowerCase().startsWith(query.toLowerCase()) ||
    wordsOf(name).some((word) => isNear(word, query.toLowerCase()));
}

/** `GET /me/people`: whom somebody has to do with, the closest first. */
export function listPeople(request: GraphRequest): GraphAnswer {
  const { person, query, stores } = request;
  const options = readOptions(query, ['$search', '$select', '$top', '$skip']);
  const selection = readSelection(options, personType, false);
  const isFound = readSearch(options);
  const everybody = findRelevant(person, stores.directory());
  return {
    body: answerPage(request, {
      context: `${ownerContext(person)}/people${selection.suffix}`,
      items: isFound ? everybody.filter(isFound) : everybody,
      ...readWindow(options),
      isCounted: false,
      describe: (each) => selection.cut(describePerson(each)),
    }),
  };
}
