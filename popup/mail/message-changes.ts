import type { MessageSummary } from '../../src/data/mail.ts';
import type { Edit } from '../../src/edits.ts';
import type { IconName } from '../../src/ui/icon.tsx';
import type { WordKey } from '../../src/words.ts';

/** Something that can be done with a message, as a button shows it. */
export interface MessageChange {
  name: 'mark' | 'flag' | 'archive';
  icon: IconName;
  label: WordKey;
  edit: Edit;
}

/** Marks a message as what it is not. */
export function markOf({ id, isRead }: MessageSummary): MessageChange {
  return {
    name: 'mark',
    icon: isRead ? 'mail-unread' : 'mail-read',
    label: isRead ? 'markAsUnread' : 'markAsRead',
    edit: { kind: 'mark-message', messageId: id, isRead: !isRead },
  };
}

/** Puts a flag on a message, or takes it off. */
export function flagOf({ id, isFlagged }: MessageSummary): MessageChange {
  return {
    name: 'flag',
    icon: isFlagged ? 'flag' : 'flag-outline',
    label: isFlagged ? 'unflag' : 'flag',
    edit: { kind: 'flag-message', messageId: id, isFlagged: !isFlagged },
  };
}

/** Takes a message out of the inbox. */
export function archiveOf({ id }: MessageSummary): MessageChange {
  return {
    name: 'archive',
    icon: 'archive',
    label: 'archive',
    edit: { kind: 'archive-message', messageId: id },
  };
}
