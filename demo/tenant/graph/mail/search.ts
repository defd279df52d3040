import { asText } from '../body.ts';
import type { Correspondent } from '../cast.ts';
import { GraphError } from '../errors.ts';
import type { QueryOptions } from '../query-options.ts';
import type { Message } from './message.ts';

const describePeople = (people: readonly Correspondent[]) =>
  people.map(({ name, address }) => `${name} ${address}`).join(' ');

/** What each searchable property is made of ("Using search on a message collection"). */
const searchable: Readonly<Record<string, (message: Message) => string>> = {
  subject: ({ subject }) => subject,
  body: ({ body }) => asText(body.blocks),
  from: ({ from }) => describePeople([from]),
  to: ({ to }) => describePeople(to),
  participants: ({ from, to, cc }) => describePeople([from, ...to, ...cc]),
};

/** Without a property, Outlook looks at these. */
const usual = ['from', 'subject', 'body'];

/** A word is found where one begins with it, in letters of any case. */
function contains(text: string, word: string): boolean {
  const from = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return word
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .every((part) => from.some((each) => each.startsWith(part)));
}

/** Reads `$search`: words, all of which must be there, each perhaps of one property (`subject:tea`). */
export function readSearch(options: QueryOptions): ((message: Message) => boolean) | null {
  const text = options.get('$search');
  if (text === undefined) return null;
  const quoted = /^\s*"([^"]+)"\s*$/.exec(text)?.[1];
  if (quoted === undefined) {
    throw new GraphError(400, 'BadRequest', 'Syntax error: the search is to stand in quotation marks.');
  }
  for (const [option, code] of [
    ['$filter', 'SearchWithFilter'],
    ['$orderby', 'SearchWithOrderBy'],
    ['$skip', 'SearchWithSkip'],
  ] as const) {
    if (options.has(option)) {
      throw new GraphError(400, code, `The query parameter '${option}' is not supported with '$search'.`);
    }
  }
  const tests = quoted
    .toLowerCase()
    .split(/\s+/)
    .map((term) => {
      const [, property, word] = /^(\w+):(.+)$/.exec(term) ?? [];
      const named = property !== undefined && Object.hasOwn(searchable, property) ? [property] : usual;
      return { sources: named, word: named === usual ? term : (word ?? term) };
    });
  return (message) =>
    tests.every(({ sources, word }) =>
      sources.some((source) => contains(searchable[source]?.(message) ?? '', word)),
    );
}
