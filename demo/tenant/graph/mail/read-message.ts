import { graphHost } from '../../hosts.ts';
import { isBasicOnly, mailReaders } from '../access.ts';
import { itemNotFound, readItemId } from '../item-id.ts';
import { outlookHostOf, ownerContext } from '../owner.ts';
import { readPreferences } from '../prefer.ts';
import { readOptions } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection } from '../select.ts';
import { describeMessage, messageEtag } from './describe-message.ts';
import type { Message } from './message.ts';
import { messageType } from './message-type.ts';

/** The message that a path names, by either form of its id. */
export function requireMessage({ mailbox, match }: GraphRequest): Message {
  const message = mailbox().findMessage(readItemId(match.groups?.id ?? ''));
  if (!message) throw itemNotFound();
  return message;
}

/** One message as it stands, cut to what was asked and may be seen. */
export function answerMessage(
  { person, scopes, query, request }: GraphRequest,
  message: Message,
): GraphAnswer {
  const preferences = readPreferences(request.headers.prefer);
  const selection = readSelection(
    readOptions(query, ['$select']),
    messageType,
    isBasicOnly(scopes, mailReaders),
  );
  const context = `${ownerContext(person)}/messages${selection.suffix}/$entity`;
  return {
    headers: { ...preferences.headers, ETag: messageEtag(message) },
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`,
      ...selection.cut(describeMessage(message, preferences, outlookHostOf(person))),
    },
  };
}

/** `GET /me/messages/{id}`. */
export const readMessage = (request: GraphRequest): GraphAnswer =>
  answerMessage(request, requireMessage(request));
