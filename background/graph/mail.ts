import * as v from 'valibot';
import type { Inbox, MessageSummary, OpenMessage } from '../../src/contract.ts';
import { AppError } from '../../src/errors.ts';
import { listOf, nullableText, query, readAs } from './answers.ts';
import type { Graph } from './client.ts';
import { outlookLink } from './web-links.ts';

/** Ids that stay the same when a message is moved. */
const IMMUTABLE_IDS = 'IdType="ImmutableId"';
const AS_TEXT = 'outlook.body-content-type="text"';

const NEWEST = 25;

/** Longer than anybody reads in a popup; the rest is a click away. */
const LONGEST_TEXT = 20_000;

const Recipient = v.object({
  emailAddress: v.object({ name: v.nullish(v.string(), ''), address: v.nullish(v.string(), '') }),
});

const isoTime = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
);

/** Microsoft Graph v1.0, resource type `message`: what `Mail.ReadBasic` shows and a list draws. */
const Summary = v.object({
  id: v.string(),
  subject: nullableText,
  from: v.nullish(Recipient, null),
  receivedDateTime: isoTime,
  isRead: v.nullish(v.boolean(), true),
  flag: v.nullish(v.object({ flagStatus: v.nullish(v.string(), 'notFlagged') }), {}),
  hasAttachments: v.nullish(v.boolean(), false),
});

const Whole = v.object({
  ...Summary.entries,
  toRecipients: v.nullish(v.array(Recipient), []),
  body: v.object({ contentType: v.string(), content: v.string() }),
  webLink: nullableText,
});

/**
 * The newest messages of the inbox.
 * @throws AppError
 */
export async function readInbox(graph: Graph, accountId: string): Promise<Inbox> {
  const path = query('/me/mailFolders/inbox/messages', Summary, {
    $orderby: 'receivedDateTime desc',
    $top: String(NEWEST),
  });
  const answer = await graph.call({ accountId, purpose: 'mail-list' }, { path, prefer: [IMMUTABLE_IDS] });
  return { messages: readAs(listOf(Summary), answer).value.map(toSummary) };
}

/**
 * One message, as text: Graph makes text of markup, so that none of it comes near a page.
 * @throws AppError
 */
export async function readMessage(graph: Graph, accountId: string, messageId: string): Promise<OpenMessage> {
  const path = query(pathOf(messageId), Whole);
  const answer = await graph.call(
    { accountId, purpose: 'mail-open' },
    { path, prefer: [IMMUTABLE_IDS, AS_TEXT] },
  );
  const message = readAs(Whole, answer);
  // Where Graph has not made text of it, it is not shown at all: markup is for browsers, not for people.
  const text = message.body.contentType.toLowerCase() === 'text' ? message.body.content.trim() : '';
  return {
    ...toSummary(message),
    to: message.toRecipients.map(({ emailAddress: { name, address } }) => name || address),
    text: text.slice(0, LONGEST_TEXT),
    isCut: text.length > LONGEST_TEXT,
    webLink: outlookLink(message.webLink),
  };
}

const Marked = v.object({ isRead: v.boolean() });

/**
 * Marks a message as read or unread.
 * @throws AppError
 */
export async function markMessage(graph: Graph, accountId: string, messageId: string, isRead: boolean) {
  const path = pathOf(messageId);
  const answer = await graph.call(
    { accountId, purpose: 'mail-mark-read' },
    { path, method: 'PATCH', body: { isRead }, prefer: [IMMUTABLE_IDS] },
  );
  return readAs(Marked, answer);
}

/**
 * Ids are opaque (Microsoft), but one that is no name of its own, as `..`, would lead to another resource.
 * @throws AppError `not-found`
 */
function pathOf(messageId: string): `/${string}` {
  if (/^\.{0,2}$/.test(messageId)) throw new AppError('not-found', { detail: 'message id' });
  return `/me/messages/${encodeURIComponent(messageId)}`;
}

function toSummary(message: v.InferOutput<typeof Summary>): MessageSummary {
  const sender = message.from?.emailAddress;
  return {
    id: message.id,
    subject: message.subject ?? '',
    from: sender ? { name: sender.name || sender.address, address: sender.address } : null,
    receivedAt: message.receivedDateTime,
    isRead: message.isRead,
    isFlagged: message.flag.flagStatus === 'flagged',
    hasAttachments: message.hasAttachments,
  };
}
