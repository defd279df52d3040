import type { MailFolder } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import type { Inbox, MailPage, OpenMessage } from '../../src/data/mail.ts';
import type { Edit } from '../../src/edits.ts';
import { AppError } from '../../src/errors.ts';
import { GRAPH_ORIGIN } from '../../src/settings.ts';
import { confirm, listOf, readAs, type Shape, standIn } from './answers.ts';
import type { Graph, GraphAccess } from './client.ts';
import { nameOf, Summary, toSummary, Whole } from './message-shapes.ts';
import { pathOf } from './paging.ts';
import { query, segment } from './paths.ts';
import type { GraphRequest } from './request.ts';
import { toParagraphs } from './texts.ts';
import { outlookLink } from './web-links.ts';

/** Ids that stay the same when a message is moved. */
const IMMUTABLE_IDS = 'IdType="ImmutableId"';
const AS_TEXT = 'outlook.body-content-type="text"';

const INBOX = '/me/mailFolders/inbox';
const PAGE_SIZE = 25;

/** Longer than anybody reads in a popup; the rest is a click away. */
const LONGEST_TEXT = 20_000;

const Folder = v.object({
  unreadItemCount: v.pipe(v.number(), v.integer(), v.minValue(0)),
} satisfies Shape<MailFolder>);

/**
 * The newest messages of the inbox. How many are unread is null where that alone cannot be had.
 * @throws AppError
 */
export async function readInbox(graph: Graph, accountId: string): Promise<Inbox> {
  const access = { accountId, purpose: 'mail-list' } as const;
  const first = query(`${INBOX}/messages`, Summary, {
    $orderby: 'receivedDateTime desc',
    $top: String(PAGE_SIZE),
  });
  const [page, unread] = await Promise.all([
    readPage(graph, access, first),
    readUnread(graph, accountId).catch(standIn(null)),
  ]);
  return { ...page, unread };
}

/**
 * How many messages of the inbox are unread.
 * @throws AppError
 */
export async function readUnread(graph: Graph, accountId: string): Promise<number> {
  const access = { accountId, purpose: 'mail-list' } as const;
  const answer = await graph.call(access, { path: query(INBOX, Folder) });
  return readAs(Folder, answer).unreadItemCount;
}

/**
 * The messages behind those of a page; `next` is what that page has said, and looked at anew: it comes from a page of
 * ours, but goes with a token.
 * @throws AppError
 */
export async function readMoreMail(graph: Graph, accountId: string, next: string): Promise<MailPage> {
  const path = toInboxPath(`${GRAPH_ORIGIN}/v1.0${next}`);
  if (path === null || !next.startsWith('/')) throw new AppError('not-found', { detail: 'next' });
  return readPage(graph, { accountId, purpose: 'mail-list' }, path);
}

async function readPage(graph: Graph, access: GraphAccess, path: GraphRequest['path']): Promise<MailPage> {
  const answer = await graph.call(access, { path, prefer: [IMMUTABLE_IDS] });
  const { value, '@odata.nextLink': link } = readAs(listOf(Summary), answer);
  // What has come is shown; a list that goes on anywhere but in the inbox ends here.
  return { messages: value.map(toSummary), next: link === null ? null : toInboxPath(link) };
}

/** The path of a page of the inbox, behind the version; null where the link leads anywhere else. */
function toInboxPath(link: string): GraphRequest['path'] | null {
  const url = URL.canParse(link) ? new URL(link) : null;
  const isInbox = url?.href.toLowerCase().startsWith(`${GRAPH_ORIGIN}/v1.0${INBOX}/messages?`.toLowerCase());
  if (!url || !isInbox) return null;
  url.hash = '';
  return pathOf(url.href);
}

/**
 * One message, as text: Graph makes text of markup, so that none of it comes near a page.
 * @throws AppError
 */
export async function readMessage(graph: Graph, accountId: string, messageId: string): Promise<OpenMessage> {
  const path = query(messagePath(messageId), Whole);
  const answer = await graph.call(
    { accountId, purpose: 'mail-open' },
    { path, prefer: [IMMUTABLE_IDS, AS_TEXT] },
  );
  const message = readAs(Whole, answer);
  const { contentType, content } = message.body;
  return {
    ...toSummary(message),
    to: message.toRecipients.map(nameOf),
    // Where Graph has not made text of it, it is not shown at all: markup is for browsers, not for people.
    ...toParagraphs(contentType.toLowerCase() === 'text' ? content : '', LONGEST_TEXT),
    webLink: outlookLink(message.webLink),
  };
}

export type MailEdit = Extract<Edit, { kind: 'mark-message' | 'flag-message' | 'archive-message' }>;

/**
 * Changes one message.
 * @throws AppError
 */
export async function editMessage(graph: Graph, accountId: string, edit: MailEdit): Promise<void> {
  const request = { ...toChange(edit), prefer: [IMMUTABLE_IDS] };
  confirm(await graph.call({ accountId, purpose: 'mail-change' }, request));
}

function toChange(edit: MailEdit): GraphRequest {
  const path = messagePath(edit.messageId);
  switch (edit.kind) {
    case 'mark-message':
      return { path, method: 'PATCH', body: { isRead: edit.isRead } };
    case 'flag-message':
      return {
        path,
        method: 'PATCH',
        body: { flag: { flagStatus: edit.isFlagged ? 'flagged' : 'notFlagged' } },
      };
    case 'archive-message':
      return { path: `${path}/move`, method: 'POST', body: { destinationId: 'archive' } };
  }
}

function messagePath(messageId: string): GraphRequest['path'] {
  return `/me/messages/${segment(messageId)}`;
}
