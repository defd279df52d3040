import type { Language } from '../../locales/copy-in-language.ts';
import type { Scene } from '../scene.ts';

const LANGUAGES: readonly Language[] = ['de', 'pseudo'];

/** What has the most words, or the most side by side. */
const TELLING = new Set([
  'welcome-first',
  'today-first',
  'today-granted',
  'mail-card',
  'mail-list',
  'mail-message',
  'calendar-event-answer',
  'tasks-list',
  'files-list',
  'people-found',
  'you-badge',
  'you-menu-presence',
  'permissions-first',
  'approval-letter',
]);

/** The most telling of these scenes in other languages, in a folder of their own. */
export function inOtherLanguages(scenes: readonly Scene[]): Scene[] {
  const telling = scenes.filter(({ name }) => TELLING.has(name));
  return LANGUAGES.flatMap((language) =>
    telling.map((scene) => ({ ...scene, language, name: `languages/${language}-${scene.name}` })),
  );
}
