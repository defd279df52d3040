import { isBasicOnly, mailReaders } from '../access.ts';
import { accessDenied, GraphError } from '../errors.ts';
import { type Filter, readFilter } from '../filter.ts';
import { outlookHostOf, ownerContext } from '../owner.ts';
import { answerPage } from '../page.ts';
import { readPreferences } from '../prefer.ts';
import {
  type QueryOptions,
  readOptions,
  readOrder,
  readWindow,
  type SortKeys,
  sortBy,
} from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection } from '../select.ts';
import { describeMessage, sketchMessage } from './describe-message.ts';
import { readFolderName } from './folders.ts';
import type { Message } from './message.ts';
import { messageType } from './message-type.ts';
import { readSearch } from './search.ts';

const sortKeys: SortKeys<Message> = {
  receivedDateTime: ({ received }) => received,
  sentDateTime: ({ received }) => received,
  createdDateTime: ({ received }) => received,
  lastModifiedDateTime: ({ modified }) => modified,
  subject: ({ subject }) => subject,
  importance: ({ importance }) => importance,
  'from/emailAddress/name': ({ from }) => from.name,
};

const newestFirst = [{ path: 'receivedDateTime', key: ({ received }: Message) => received, sign: -1 }];

/**
 * Graph sorts a filtered list only by what the filter begins with ("List messages": using filter and orderby in the
 * same query). `isRead` does not count: unread mail by date is what half of the world's clients ask for, and get.
 */
function checkEffort(filter: Filter | null, sortPaths: readonly string[]): void {
  const filterPaths = filter?.paths.filter((path) => path !== 'isRead') ?? [];
  if (filterPaths.length === 0 || sortPaths.every((path, index) => filterPaths[index] === path)) return;
  throw new GraphError(
    400,
    'InefficientFilter',
    'The restriction or sort order is too complex for this operation.',
  );
}

function readTop(options: QueryOptions) {
  const window = readWindow(options);
  if (window.top <= 1000) return window;
  const message = `The limit of '1000' for Top query has been exceeded. The value from the incoming request is '${window.top}'.`;
  throw new GraphError(400, 'RequestBroker--ParseUri', message);
}

const knownOptions = [
  '$select',
  '$top',
  '$skip',
  '$skiptoken',
  '$orderby',
  '$filter',
  '$search',
  '$count',
] as const;

function list(request: GraphRequest, messages: readonly Message[], path: string): GraphAnswer {
  const { person, scopes, query } = request;
  const options = readOptions(query, knownOptions);
  const preferences = readPreferences(request.header('prefer'));
  const selection = readSelection(options, messageType, isBasicOnly(scopes, mailReaders));
  const order = readOrder(options, sortKeys);
  const text = options.get('$filter');
  const filter = text === undefined ? null : readFilter(text, messageType.type, messageType.properties);
  checkEffort(
    filter,
    order.map(({ path: sortPath }) => sortPath),
  );
  const describe = (message: Message) => describeMessage(message, preferences, outlookHostOf(person));
  const search = readSearch(options);
  // Searching would tell what messages say (Microsoft Graph, "Permissions reference", Mail.ReadBasic).
  if (search && isBasicOnly(scopes, mailReaders)) throw accessDenied();
  const sketch = (filter && sketchMessage(filter.paths)) ?? describe;
  const found = messages.filter(
    (message) => (!filter || filter.accepts(sketch(message))) && (!search || search(message)),
  );
  const body = answerPage(request, {
    context: `${ownerContext(person)}/${path}${selection.suffix}`,
    items: sortBy(found, order.length > 0 ? order : newestFirst),
    ...readTop(options),
    isCounted: options.get('$count') === 'true' && search === null,
    describe: (message) => selection.cut(describe(message)),
    paging: search ? '$skiptoken' : '$skip',
  });
  return { headers: preferences.headers, body };
}

/** `GET /me/messages`: the whole mailbox, what was sent and what was thrown away included. */
export const listMessages = (request: GraphRequest): GraphAnswer =>
  list(request, request.mailbox().messages, 'messages');

/** `GET /me/mailFolders/{name or id}/messages`. */
export function listFolderMessages(request: GraphRequest): GraphAnswer {
  const { folderIds, messages } = request.mailbox();
  const segment = request.match.groups?.folder ?? '';
  const wanted = folderIds[readFolderName(segment, folderIds)];
  const found = messages.filter(({ folderId }) => folderId === wanted);
  return list(request, found, `mailFolders('${segment}')/messages`);
}
