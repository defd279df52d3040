import { describeBody, previewBody } from '../body.ts';
import { asRecipient } from '../cast.ts';
import { createChangeKey } from '../item-id.ts';
import type { Preferences } from '../prefer.ts';
import { utcSeconds } from '../time-zone.ts';
import type { Message } from './message.ts';

/** The weak ETag of the version that stands now. */
export const messageEtag = ({ ids, version }: Message): string => `W/"${createChangeKey(ids.rest, version)}"`;

/** Everything there is to say about a message, in Graph's order. */
export function describeMessage(
  message: Message,
  { bodyType, isImmutable }: Preferences,
  webHost: string,
): Record<string, unknown> {
  const { ids, body, received } = message;
  return {
    '@odata.etag': messageEtag(message),
    id: isImmutable ? ids.immutable : ids.rest,
    createdDateTime: utcSeconds(received),
    lastModifiedDateTime: utcSeconds(message.modified),
    changeKey: createChangeKey(ids.rest, message.version),
    categories: message.categories,
    receivedDateTime: utcSeconds(received),
    sentDateTime: utcSeconds(received - 2000),
    hasAttachments: message.hasAttachments,
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    bodyPreview: previewBody(body),
    importance: message.importance,
    parentFolderId: message.folderId,
    conversationId: message.conversationId,
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: message.isRead,
    isDraft: message.isDraft,
    webLink: `https://${webHost}/owa/?ItemID=${encodeURIComponent(ids.rest)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: message.inference,
    body: describeBody(body, bodyType),
    sender: asRecipient(message.from),
    from: asRecipient(message.from),
    toRecipients: message.to.map(asRecipient),
    ccRecipients: message.cc.map(asRecipient),
    bccRecipients: [],
    replyTo: [],
    flag: message.flag,
    uniqueBody: describeBody(message.ownBody, bodyType),
  };
}
