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

/**
 * Reads what an answer is to look like, and gives the way to make one: whatever is wrong with the request comes out
 * before anything is changed.
 */
export function prepareAnswer({
  person,
  scopes,
  query,
  header,
}: GraphRequest): (message: Message) => GraphAnswer {
  const preferences = readPreferences(header('prefer'));
  const isBasic = isBasicOnly(scopes, mailReaders);
  const selection = readSelection(readOptions(query, ['$select']), messageType, isBasic);
  const context = `${ownerContext(person)}/messages${selection.suffix}/$entity`;
  return (message) => ({
    headers: { ...preferences.headers, ETag: messageEtag(message) },
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`,
      ...selection.cut(describeMessage(message, preferences, outlookHostOf(person))),
    },
  });
}

/** `GET /me/messages/{id}`. */
export const readMessage = (request: GraphRequest): GraphAnswer =>
  prepareAnswer(request)(requireMessage(request));
