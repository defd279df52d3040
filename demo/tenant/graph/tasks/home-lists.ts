import type { ListTemplate } from './template.ts';

/** What a personal account has to do. */
export const homeLists: readonly ListTemplate[] = [
  {
    name: 'Tasks',
    wellknown: 'defaultList',
    tasks: [
      { title: 'Send the meter reading', due: -1, isImportant: true },
      { title: 'Train ticket to Aunt Marguerite', due: 0 },
      { title: 'Feed the sourdough', due: 1 },
      { title: 'Return the library books', due: 5 },
      { title: 'Mend the kayak rack' },
      { title: 'Water the neighbour’s tomatoes', done: 1, due: -1 },
    ],
  },
  { name: 'Flagged Emails', wellknown: 'flaggedEmails', tasks: [] },
  {
    name: 'Groceries',
    tasks: [{ title: 'Rye flour' }, { title: 'Plums, the small ones' }, { title: 'Oat milk', done: 1 }],
  },
];
