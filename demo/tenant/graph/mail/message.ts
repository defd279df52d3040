import type { Body } from '../body.ts';
import type { Correspondent } from '../cast.ts';
import type { ItemIds } from '../item-id.ts';
import type { Flag } from './flag.ts';

/** A message in somebody's mailbox. What PATCH and a move may change is not read-only; times are epoch milliseconds. */
export interface Message {
  readonly conversationId: string;
  readonly internetMessageId: string;
  readonly subject: string;
  readonly body: Body;
  /** Without what a reply quotes. */
  readonly ownBody: Body;
  readonly from: Correspondent;
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly received: number;
  readonly importance: 'low' | 'normal' | 'high';
  readonly categories: readonly string[];
  readonly inference: 'focused' | 'other';
  readonly hasAttachments: boolean;
  readonly isDraft: boolean;
  /** A move gives it another id, and leaves the immutable one as it is. */
  ids: ItemIds;
  folderId: string;
  isRead: boolean;
  flag: Flag;
  modified: number;
  /** Counts changes; the change key and the ETag follow it. */
  version: number;
  /** The change of the mailbox that was its latest but for `isRead`; 0 for what was there from the start. */
  touched: number;
  /** The latest change of `isRead` alone. */
  toggled: number;
}
