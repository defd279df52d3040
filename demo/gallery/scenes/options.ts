import type { Scene } from '../scene.ts';

const path = 'options/index.html';

/** The Permissions page, as long as it is. */
export const options: readonly Scene[] = [
  { name: 'permissions-nobody', visit: 'nobody', path, shows: '.nobody' },
  { name: 'permissions-first', visit: 'first', path, shows: '.timeline, .panel' },
  { name: 'permissions-granted', visit: 'everything', path, shows: '.timeline, .panel' },
];
