import * as v from 'valibot';
import { epochMs, textOrNull } from './shapes.ts';

export const MessageSummaryShape = v.object({
  id: v.string(),
  subject: v.string(),
  from: v.nullable(v.object({ name: v.string(), address: v.string() })),
  receivedAt: epochMs,
  isRead: v.boolean(),
  isFlagged: v.boolean(),
  hasAttachments: v.boolean(),
});

/** A message in a list, without what it says. Times are epoch milliseconds; `from` is null where Graph has nobody. */
export type MessageSummary = v.InferOutput<typeof MessageSummaryShape>;

export const InboxShape = v.object({
  messages: v.array(MessageSummaryShape),
  next: textOrNull,
  unread: v.nullable(v.number()),
});

/**
 * The newest messages of the inbox; `next` is what to ask for those before them with, null at the end; `unread` counts
 * the whole inbox, null where that is not known.
 */
export type Inbox = v.InferOutput<typeof InboxShape>;

/** Messages further down the inbox; `next` as in {@link Inbox}. */
export type MailPage = Pick<Inbox, 'messages' | 'next'>;

/** A message with its text, never its markup. `isCut` where the text was too long to be shown whole. */
export interface OpenMessage extends MessageSummary {
  to: string[];
  text: string;
  isCut: boolean;
  webLink: string | null;
}
