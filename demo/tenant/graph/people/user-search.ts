import { GraphError } from '../errors.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { matchesWords } from './words.ts';

/** Whom a `$search` lets through. */
export type UserSearch = (entry: DirectoryEntry) => boolean;

const unsupported = (message: string) => new GraphError(400, 'Request_UnsupportedQuery', message);

/** What can be searched by; names word by word, everything else by how it begins ("Use the $search query parameter"). */
const comparisons: Readonly<Record<string, (entry: DirectoryEntry, query: string) => boolean>> = {
  displayname: ({ displayName }, query) => matchesWords(displayName, query),
  givenname: ({ givenName }, query) => begins(givenName, query),
  surname: ({ surname }, query) => begins(surname, query),
  mail: ({ userPrincipalName }, query) => begins(userPrincipalName, query),
  userprincipalname: ({ userPrincipalName }, query) => begins(userPrincipalName, query),
};

const begins = (text: string | null, query: string): boolean =>
  text?.toLowerCase().startsWith(query.toLowerCase()) ?? false;

/** A clause in quotes, in which a backslash takes the next character as it is; or what may stand between clauses. */
const token = /\s*(?:"((?:[^"\\]|\\.)*)"|(AND|OR|\(|\)))/y;

function readClause(clause: string): UserSearch {
  const [, name, query] = /^([^:]*):(.*)$/su.exec(clause) ?? [];
  if (name === undefined || query === undefined || query.trim() === '') {
    throw unsupported(`Unrecognized query argument specified: '${clause}'.`);
  }
  const matches = comparisons[name.trim().toLowerCase()];
  if (!matches) throw unsupported(`Searching property '${name}' is not supported.`);
  return (entry) => matches(entry, query.trim());
}

function syntaxError(text: string, position: number): GraphError {
  const message = `Syntax error: character '${text[position] ?? ''}' is not valid at position ${position} in '${text}'.`;
  return new GraphError(400, 'BadRequest', message);
}

function readTokens(text: string): (UserSearch | string)[] {
  const tokens: (UserSearch | string)[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== '') {
    const position = token.lastIndex;
    const [, clause, word] = token.exec(text) ?? [];
    if (clause !== undefined) tokens.push(readClause(clause.replaceAll(/\\(.)/g, '$1')));
    else if (word !== undefined) tokens.push(word);
    // A bare word: what Graph stumbles over first is the colon after the property's name.
    else throw syntaxError(text, Math.max(position, text.indexOf(':', position)));
  }
  return tokens;
}

/** Reads a `$search`: clauses of `"property:value"`, joined by AND, which binds first, and by OR. */
export function readUserSearch(text: string): UserSearch {
  const tokens = readTokens(text);
  const next = (word: string) => tokens[0] === word && tokens.shift() !== undefined;
  function readFactor(): UserSearch {
    if (next('(')) {
      const inner = readSum();
      if (!next(')')) throw syntaxError(text, text.length);
      return inner;
    }
    const clause = tokens.shift();
    if (typeof clause !== 'function') throw syntaxError(text, text.length);
    return clause;
  }
  function readProduct(): UserSearch {
    const factors = [readFactor()];
    while (next('AND')) factors.push(readFactor());
    return (entry) => factors.every((factor) => factor(entry));
  }
  function readSum(): UserSearch {
    const products = [readProduct()];
    while (next('OR')) products.push(readProduct());
    return (entry) => products.some((product) => product(entry));
  }
  const search = readSum();
  if (tokens.length > 0) throw syntaxError(text, text.length);
  return search;
}
