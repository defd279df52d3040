import { describeBody, previewBody } from '../body.ts';
import { asRecipient } from '../cast.ts';
import { createChangeKey } from '../item-id.ts';
import type { Preferences } from '../prefer.ts';
import { utcSeconds } from '../time-zone.ts';
import type { Message } from './message.ts';

/** The weak ETag of the version that stands now. */
export const messageEtag = ({ ids, version }: Message): string => `W/"${createChangeKey(ids.rest, version)}"`;

/** Everything there is to say about a message, in Graph's order. What takes long to say is only said when it is read. */
export function describeMessage(
  message: Message,
  { bodyType, isImmutable }: Preferences,
  webHost: string,
): Record<string, unknown> {
  const { ids, body, received } = message;
  return {
    get '@odata.etag'() {
      return messageEtag(message);
    },
    id: isImmutable ? ids.immutable : ids.rest,
    createdDateTime: utcSeconds(received),
    lastModifiedDateTime: utcSeconds(message.modified),
    get changeKey() {
      return createChangeKey(ids.rest, message.version);
    },
    categories: message.categories,
    receivedDateTime: utcSeconds(received),
    sentDateTime: utcSeconds(received - 2000),
    hasAttachments: message.hasAttachments,
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    get bodyPreview() {
      return previewBody(body);
    },
    importance: message.importance,
    parentFolderId: message.folderId,
    conversationId: message.conversationId,
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: message.isRead,
    isDraft: message.isDraft,
    webLink: `https://${webHost}/owa/?ItemID=${encodeURIComponent(ids.rest)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: message.inference,
    get body() {
      return describeBody(body, bodyType);
    },
    sender: asRecipient(message.from),
    from: asRecipient(message.from),
    toRecipients: message.to.map(asRecipient),
    ccRecipients: message.cc.map(asRecipient),
    bccRecipients: [],
    replyTo: [],
    flag: message.flag,
    get uniqueBody() {
      return describeBody(message.ownBody, bodyType);
    },
  };
}

/** What most filters look at, by the property's name: to describe ten thousand messages whole takes too long. */
const filterable: Readonly<Record<string, (message: Message) => unknown>> = {
  isRead: ({ isRead }) => isRead,
  receivedDateTime: ({ received }) => received,
  importance: ({ importance }) => importance,
  flag: ({ flag }) => flag,
  hasAttachments: ({ hasAttachments }) => hasAttachments,
  inferenceClassification: ({ inference }) => inference,
};

/** As much of a message as a filter on these paths reads, or null where that is not known so cheaply. */
export function sketchMessage(
  paths: readonly string[],
): ((message: Message) => Record<string, unknown>) | null {
  const readers = paths.flatMap((path) => {
    const [name = ''] = path.split('/');
    const read = filterable[name];
    return read ? [[name, read] as const] : [];
  });
  if (readers.length < paths.length) return null;
  return (message) => Object.fromEntries(readers.map(([name, read]) => [name, read(message)]));
}
