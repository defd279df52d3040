import * as v from 'valibot';
import { CHOICES } from './data/presence.ts';
import { day } from './data/shapes.ts';

/** As long as Graph takes them (Microsoft Graph: `todoTask` gives no limit; To Do cuts titles at 255). */
const title = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(255));

/** A page of the web: nothing that a click on it could run. */
const webAddress = v.pipe(v.string(), v.maxLength(2000), v.url(), v.regex(/^https?:/i));

/** Everything that a person can change from the popup: one small thing at a time. */
export const EditShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('mark-message'), messageId: v.string(), isRead: v.boolean() }),
  v.strictObject({ kind: v.literal('flag-message'), messageId: v.string(), isFlagged: v.boolean() }),
  v.strictObject({ kind: v.literal('archive-message'), messageId: v.string() }),
  v.strictObject({
    kind: v.literal('answer-event'),
    eventId: v.string(),
    answer: v.picklist(['accepted', 'tentativelyAccepted', 'declined']),
  }),
  v.strictObject({
    kind: v.literal('finish-task'),
    listId: v.string(),
    taskId: v.string(),
    isDone: v.boolean(),
  }),
  v.strictObject({
    kind: v.literal('add-task'),
    title,
    due: v.nullable(day),
    link: v.nullable(webAddress),
  }),
  v.strictObject({ kind: v.literal('set-presence'), choice: v.nullable(v.picklist(CHOICES)) }),
]);

/** One change. Of `set-presence`, null leaves it to Teams again. */
export type Edit = v.InferOutput<typeof EditShape>;
