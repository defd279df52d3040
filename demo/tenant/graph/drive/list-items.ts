import { GraphError } from '../errors.ts';
import { ownerContext } from '../owner.ts';
import { answerPage, type Listing } from '../page.ts';
import { matchesWords } from '../people/words.ts';
import {
  type QueryOptions,
  readOptions,
  readOrder,
  readWindow,
  type SortKeys,
  sortBy,
} from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { decodeSegment } from '../segment.ts';
import { describeItem, driveTypeOf } from './describe-item.ts';
import { childrenOf, type Drive, type DriveItem } from './drive-item.ts';
import { readItemPicking, requireDrive, requireItem } from './find-item.ts';

/** As many as a page has where nothing was said. */
const usualTop = 200;

/** A page of items, whose links go by a token. */
function answerItems(
  request: GraphRequest,
  options: QueryOptions,
  listing: Pick<Listing<DriveItem>, 'context' | 'items' | 'describe'>,
): GraphAnswer {
  const { top, skip } = readWindow(options);
  const size = options.has('$top') ? Math.min(top, 999) : usualTop;
  return {
    body: answerPage(request, { ...listing, top: size, skip, isCounted: false, paging: '$skiptoken' }),
  };
}

const byName: SortKeys<DriveItem> = { name: ({ name }) => name.toLowerCase() };
const byAnything: SortKeys<DriveItem> = {
  ...byName,
  size: ({ size }) => size,
  lastModifiedDateTime: ({ modified }) => modified,
};

/** At work, OneDrive sorts by name alone (OneDrive API, "Optional query parameters": sorting collections). */
function sortItems(drive: Drive, items: readonly DriveItem[], options: QueryOptions): DriveItem[] {
  const asked = options.get('$orderby')?.split(/[\s,]/, 1)[0]?.toLowerCase();
  if (!drive.isPersonal && asked !== undefined && asked !== 'name') {
    throw new GraphError(400, 'notSupported', 'Operation not supported');
  }
  return sortBy(items, readOrder(options, drive.isPersonal ? byAnything : byName));
}

/** `GET /me/drive/recent`: what was open last comes first, what others have shared among it. */
export function listRecent(request: GraphRequest): GraphAnswer {
  const drive = requireDrive(request);
  const options = readOptions(request.query, ['$select', '$top', '$skiptoken']);
  const { suffix, cut } = readItemPicking(options);
  const used = [...drive.items, ...drive.shared].filter((item) => item.used !== null);
  return answerItems(request, options, {
    context: `Collection(driveItem${suffix})`,
    items: used.sort((left, right) => (right.used ?? 0) - (left.used ?? 0)),
    describe: (item) => cut(describeItem(drive, item)),
  });
}

/** `GET /me/drive/root/children` and `GET /me/drive/items/{id}/children`. */
export function listChildren(request: GraphRequest): GraphAnswer {
  const { drive, item } = requireItem(request);
  const options = readOptions(request.query, ['$select', '$top', '$orderby', '$skiptoken']);
  const { suffix, cut } = readItemPicking(options);
  const place = item.id === drive.rootId ? 'root' : `items('${encodeURIComponent(item.id)}')`;
  return answerItems(request, options, {
    context: `${ownerContext(request.person)}/drive/${place}/children${suffix}`,
    items: sortItems(drive, childrenOf(drive, item.id), options),
    describe: (child) => cut(describeItem(drive, child)),
  });
}

/** The text between the quotes; one within it is doubled, as OData has it. */
function readQuery({ match }: GraphRequest): string {
  const text = decodeSegment(match.groups?.q ?? '');
  if (!/^(?:[^']|'')*$/.test(text)) {
    throw new GraphError(400, 'BadRequest', `Syntax error: unbalanced quotes in 'search(q='${text}')'.`);
  }
  return text.replaceAll("''", "'");
}

/** `GET /me/drive/root/search(q='…')`: names alone, where OneDrive also looks into files. */
export function searchItems(request: GraphRequest): GraphAnswer {
  const drive = requireDrive(request);
  const options = readOptions(request.query, ['$select', '$top', '$orderby', '$skiptoken']);
  const { suffix, cut } = readItemPicking(options);
  const query = readQuery(request);
  const found = drive.items.filter(({ id, name }) => id !== drive.rootId && matchesWords(name, query));
  return answerItems(request, options, {
    context: `Collection(driveItem${suffix})`,
    items: sortItems(drive, found, options),
    describe: (item) =>
      cut({
        ...describeItem(drive, item),
        // Without its path: search does not tell.
        parentReference: { driveType: driveTypeOf(drive), driveId: drive.id, id: item.parentId },
        searchResult: {},
      }),
  });
}
