import type { Recipient as GraphRecipient, Message } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import type { MessageSummary } from '../../src/data/mail.ts';
import { isoTime, type Shape } from './answers.ts';
import { nullableLine } from './texts.ts';

const Recipient = v.object({
  emailAddress: v.object({ name: nullableLine, address: nullableLine }),
} satisfies Shape<GraphRecipient>);

/** Microsoft Graph v1.0, resource type `message`: what `Mail.ReadBasic` shows and a list draws. */
export const Summary = v.object({
  id: v.string(),
  subject: nullableLine,
  from: v.nullish(Recipient, null),
  receivedDateTime: isoTime,
  isRead: v.nullish(v.boolean(), true),
  flag: v.nullish(v.object({ flagStatus: v.nullish(v.string(), 'notFlagged') }), {}),
  hasAttachments: v.nullish(v.boolean(), false),
} satisfies Shape<Message>);

/** What is added where a message is read. */
export const Whole = v.object({
  ...Summary.entries,
  toRecipients: v.nullish(v.array(Recipient), []),
  body: v.object({ contentType: v.string(), content: v.string() }),
  webLink: v.nullish(v.string(), null),
} satisfies Shape<Message>);

export function toSummary(message: v.InferOutput<typeof Summary>): MessageSummary {
  return {
    id: message.id,
    subject: message.subject ?? '',
    from: message.from && { name: nameOf(message.from), address: message.from.emailAddress.address ?? '' },
    receivedAt: message.receivedDateTime,
    isRead: message.isRead,
    isFlagged: message.flag.flagStatus === 'flagged',
    hasAttachments: message.hasAttachments,
  };
}

export function nameOf({ emailAddress: { name, address } }: v.InferOutput<typeof Recipient>): string {
  return name ?? address ?? '';
}
