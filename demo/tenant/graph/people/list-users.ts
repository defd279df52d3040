import { GraphError } from '../errors.ts';
import { answerPage } from '../page.ts';
import { readUserPicking } from '../profile.ts';
import {
  type QueryOptions,
  readOptions,
  readOrder,
  readWindow,
  type SortKeys,
  sortBy,
} from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { describeUserTo, requireDirectory } from './read-user.ts';
import { readUserSearch } from './user-search.ts';

const sortKeys: SortKeys<DirectoryEntry> = {
  displayName: ({ displayName }) => displayName.toLowerCase(),
  userPrincipalName: ({ userPrincipalName }) => userPrincipalName,
};

const unsupported = (message: string) => new GraphError(400, 'Request_UnsupportedQuery', message);

/** How many to a page, 100 where nothing was said. */
function readTop(options: QueryOptions): number {
  const text = options.get('$top') ?? '100';
  const top = /^\d+$/.test(text) ? Number(text) : 0;
  if (top >= 1 && top <= 999) return top;
  throw unsupported(`Invalid page size specified: '${text}'. Must be between 1 and 999 inclusive.`);
}

/** What the directory does with advanced queries alone, which a header announces ("Advanced query capabilities"). */
function checkAdvanced(options: QueryOptions, isEventual: boolean): void {
  if (options.has('$search') && !isEventual) {
    throw unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  if (options.has('$search') && options.has('$orderby') && options.get('$count') !== 'true') {
    throw unsupported('Sorting not supported for current query.');
  }
}

/** `GET /users`, with `$search` on names and addresses. */
export function listUsers(request: GraphRequest): GraphAnswer {
  const { entries } = requireDirectory(request);
  if (request.query.has('$skip')) throw unsupported("'$skip' is not supported by the service.");
  const options = readOptions(request.query, [
    '$search',
    '$select',
    '$top',
    '$orderby',
    '$count',
    '$skiptoken',
  ]);
  const isEventual = request.header('ConsistencyLevel')?.toLowerCase() === 'eventual';
  checkAdvanced(options, isEventual);
  const { suffix, cut } = readUserPicking(options);
  const text = options.get('$search');
  const found = text === undefined ? entries : entries.filter(readUserSearch(text));
  const body = answerPage(request, {
    context: `users${suffix}`,
    items: sortBy(found, readOrder(options, sortKeys)),
    top: readTop(options),
    skip: readWindow(options).skip,
    // Without the header it is passed over, not refused.
    isCounted: isEventual && options.get('$count') === 'true',
    describe: (entry) => cut(describeUserTo(request, entry)),
    paging: '$skiptoken',
  });
  return { body };
}
