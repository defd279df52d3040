import { graphHost } from '../../hosts.ts';
import { isBasicOnly, mailReaders } from '../access.ts';
import { findRound, linkTo, type Round } from '../delta-token.ts';
import { GraphError } from '../errors.ts';
import { readFilter } from '../filter.ts';
import type { Mailbox } from '../mailbox.ts';
import { outlookHostOf } from '../owner.ts';
import { readPreferences, sizedHeaders } from '../prefer.ts';
import { readOptions, readWindow } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection } from '../select.ts';
import { describeMessage } from './describe-message.ts';
import { readFolderName } from './folders.ts';
import type { Message } from './message.ts';
import { messageType } from './message-type.ts';

const type = { '@odata.type': '#microsoft.graph.message' };

/** All that may be filtered by here ("message: delta", optional query parameters). */
function readSince(query: URLSearchParams): (message: Record<string, unknown>) => boolean {
  const text = query.get('$filter');
  if (text === null) return () => true;
  if (/^receivedDateTime\s+g[et]\s+\S+$/.test(text)) {
    return readFilter(text, messageType.type, messageType.properties).accepts;
  }
  const message = `The following parameters are not supported with change tracking over the 'Messages' resource: '$filter'.`;
  throw new GraphError(400, 'ErrorInvalidUrlQuery', message);
}

/** What a round has to say of a message, or null. */
function createTeller(
  request: GraphRequest,
  { about, since, query }: Round,
): (message: Message) => Record<string, unknown> | null {
  const asked = new URLSearchParams(query);
  const options = readOptions(asked, ['$select', '$top', '$filter']);
  const preferences = readPreferences(request.header('prefer'));
  const selection = readSelection(options, messageType, isBasicOnly(request.scopes, mailReaders));
  const isWanted = readSince(asked);
  return (message) => {
    const { folderId: at, touched, toggled } = message;
    if (at !== about || (since !== null && Math.max(touched, toggled) <= since)) return null;
    const whole = describeMessage(message, preferences, outlookHostOf(request.person));
    if (!isWanted(whole)) return null;
    const shown = selection.cut(whole);
    if (since === null || touched > since) return { ...type, ...shown };
    // Nothing else is told of what was only read, nor that to whoever did not select it (microsoft-graph-docs#7776).
    return 'isRead' in shown ? { ...type, id: shown.id, isRead: shown.isRead } : null;
  };
}

/** Goes through the mailbox from its end until the page is full; `next` is 0 where nothing is left. */
function readPage(
  { messages }: Mailbox,
  place: number | null,
  size: number,
  tell: ReturnType<typeof createTeller>,
) {
  const value: Record<string, unknown>[] = [];
  let next = place ?? messages.length;
  while (next > 0 && value.length < size) {
    next -= 1;
    const message = messages[next];
    const told = message ? tell(message) : null;
    if (told) value.push(told);
  }
  return { value, next };
}

/** `GET /me/mailFolders/{id}/messages/delta`: every message of the folder, and from then on what has changed. */
export function deltaMessages(request: GraphRequest): GraphAnswer {
  const { header, match } = request;
  const mailbox = request.mailbox();
  const folderId = mailbox.folderIds[readFolderName(match.groups?.folder ?? '', mailbox.folderIds)];
  const round = findRound(request, folderId, mailbox.changeCount());
  const { since, until, place, query } = round;
  const preferences = readPreferences(header('prefer'));
  const { isImmutable, maxPageSize } = preferences;
  const headers = sizedHeaders(preferences);
  const options = readOptions(new URLSearchParams(query), ['$select', '$top', '$filter']);
  const size = maxPageSize ?? readWindow(options).top;
  const { value, next } = readPage(mailbox, place, size, createTeller(request, round));

  const context = { '@odata.context': `https://${graphHost}/v1.0/$metadata#Collection(message)` };
  if (next > 0) {
    return {
      headers,
      body: {
        ...context,
        value,
        '@odata.nextLink': linkTo('$skiptoken', request, { ...round, place: next }),
      },
    };
  }
  const removed = mailbox.removals
    .filter((each) => each.folderId === folderId && since !== null && each.touched > since)
    .map(({ ids, reason }) => ({
      ...type,
      id: isImmutable ? ids.immutable : ids.rest,
      '@removed': { reason },
    }));
  const deltaLink = linkTo('$deltatoken', request, { ...round, since: until, place: null });
  return { headers, body: { ...context, value: [...value, ...removed], '@odata.deltaLink': deltaLink } };
}
