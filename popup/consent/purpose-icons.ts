import type { Purpose } from '../../src/purposes.ts';
import type { IconName } from '../../src/ui/icon.tsx';

/** What a purpose looks like on its card. */
export const PURPOSE_ICONS: Record<Purpose, IconName> = {
  profile: 'contact-card',
  'mail-list': 'mail',
  'mail-open': 'mail-open',
  'mail-change': 'mail-read',
  calendar: 'calendar',
  'calendar-answer': 'calendar',
  tasks: 'tasks',
  'tasks-change': 'tasks',
  files: 'folder',
  people: 'people',
  'people-near': 'people',
  'people-presence': 'people',
  presence: 'person',
  'presence-set': 'person',
};
