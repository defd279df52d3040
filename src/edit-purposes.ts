import type { Edit } from './edits.ts';
import type { Purpose } from './purposes.ts';

/** What each change needs permissions for. */
export const EDIT_PURPOSES: Record<Edit['kind'], Purpose> = {
  'mark-message': 'mail-change',
  'flag-message': 'mail-change',
  'archive-message': 'mail-change',
  'answer-event': 'calendar-answer',
  'finish-task': 'tasks-change',
  'add-task': 'tasks-change',
  'set-presence': 'presence-set',
};
