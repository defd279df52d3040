import { afterLookingAt, answering, DOWN, loading, NOTHING, offline } from '../faults.ts';
import { scenesOf } from '../scene.ts';

const ROW = '.task-row';
const FIELD = '.task-add input';

/** What is to be done. */
export const tasks = scenesOf('tasks', [
  { name: 'list', visit: 'everything', shows: ROW },
  {
    name: 'adding',
    visit: 'everything',
    async steps(page) {
      await (await page.waitForSelector(FIELD))?.type('Order more moss');
      await (await page.waitForSelector('.task-today'))?.click();
    },
    shows: ROW,
  },
  { name: 'card', visit: 'first', shows: '.consent-card' },
  {
    name: 'add-card',
    visit: 'reading',
    steps: async (page) => (await page.waitForSelector(FIELD))?.type('Order more moss\n'),
    shows: '.edit-barrier .consent-card',
  },
  {
    name: 'empty',
    visit: 'everything',
    given: answering({ '/me/todo/lists/': NOTHING }),
    shows: '.empty-state',
  },
  { name: 'failing', visit: 'everything', given: answering({ '/me/todo': DOWN }), shows: '.obstacle' },
  { name: 'offline', visit: 'everything', given: offline, shows: '.obstacle' },
  {
    name: 'offline-known',
    visit: 'everything',
    given: afterLookingAt('tasks', ROW, offline),
    shows: '.status-trouble',
  },
  { name: 'loading', visit: 'everything', given: loading, shows: '.tasks-skeleton', isWaiting: true },
]);
