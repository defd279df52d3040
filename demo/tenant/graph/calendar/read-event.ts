import { graphHost } from '../../hosts.ts';
import { calendarReaders, isBasicOnly } from '../access.ts';
import { itemNotFound, readItemId } from '../item-id.ts';
import { outlookHostOf, ownerContext } from '../owner.ts';
import { readPreferences } from '../prefer.ts';
import { readOptions } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection } from '../select.ts';
import { describeEvent } from './describe-event.ts';
import { eventType } from './event-type.ts';

/** `GET /me/events/{id}`: an event, one date of a series, or the series itself. */
export function readEvent({ person, scopes, query, match, header, mailbox }: GraphRequest): GraphAnswer {
  const preferences = readPreferences(header('prefer'));
  const selection = readSelection(
    readOptions(query, ['$select']),
    eventType,
    isBasicOnly(scopes, calendarReaders),
  );
  const event = mailbox().findEvent(readItemId(match.groups?.id ?? ''));
  if (!event) throw itemNotFound();
  const context = `${ownerContext(person)}/events${selection.suffix}/$entity`;
  const description = describeEvent(event, preferences, outlookHostOf(person));
  return {
    headers: { ...preferences.headers, ETag: String(description['@odata.etag']) },
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`,
      ...selection.cut(description),
    },
  };
}
