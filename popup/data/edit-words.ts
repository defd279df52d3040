import type { Edit } from '../../src/edits.ts';
import type { WordKey } from '../../src/words.ts';

/** What has happened once a change has come about, for those who do not see it. */
export function doneWords(edit: Edit): WordKey {
  switch (edit.kind) {
    case 'mark-message':
      return edit.isRead ? 'focusRead' : 'focusUnread';
    case 'flag-message':
      return edit.isFlagged ? 'focusFlagged' : 'focusUnflagged';
    case 'archive-message':
      return 'focusArchived';
    case 'answer-event':
      return 'focusAnswered';
    case 'finish-task':
      return edit.isDone ? 'focusDone' : 'focusOpen';
    case 'add-task':
      return edit.link === null ? 'taskAdded' : 'pageAdded';
    case 'set-presence':
      return 'focusPresence';
  }
}
