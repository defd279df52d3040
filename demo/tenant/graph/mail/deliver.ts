import { createHash } from 'node:crypto';
import type { Person } from '../../people.ts';
import { createConversationId, createItemIds } from '../item-id.ts';
import type { Writing } from './compose.ts';
import type { Message } from './message.ts';

/** Into whose mailbox something is put, where, when and under which number. */
export interface Delivery {
  owner: Person;
  number: number;
  folderId: string;
  isDraft: boolean;
  received: number;
}

function createInternetMessageId(owner: Person, number: number, address: string): string {
  const name = createHash('sha256').update(`${owner.oid} ${number}`).digest('hex').slice(0, 32);
  return `<${name}@${address.split('@')[1]}>`;
}

/** Turns what somebody wrote into a message, read and without a flag. */
export function deliverMessage(writing: Writing, delivery: Delivery): Message {
  const { owner, number, folderId, isDraft, received } = delivery;
  const { topic, blocks, quoted, isPlain, from, to, cc, subject, importance, hasAttachments } = writing;
  const contentType = isPlain ? 'text' : 'html';
  return {
    ids: createItemIds(owner.oid, number),
    folderId,
    conversationId: createConversationId(owner.oid, topic),
    internetMessageId: createInternetMessageId(owner, number, from.address),
    subject,
    body: { contentType, blocks: [...blocks, ...quoted] },
    ownBody: { contentType, blocks },
    from,
    to,
    cc,
    received,
    importance,
    categories: [],
    inference: from.signature === null ? 'other' : 'focused',
    hasAttachments,
    isDraft,
    isRead: true,
    flag: { flagStatus: 'notFlagged' },
    modified: received,
    version: 0,
    touched: 0,
    toggled: 0,
  };
}
