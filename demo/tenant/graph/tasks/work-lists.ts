import type { ListTemplate } from './template.ts';

const mailLink = (subject: string) => ({
  webUrl: `https://outlook.office365.com/owa/?exvsurl=1&viewmodel=ReadMessageItem&subject=${encodeURIComponent(subject)}`,
  applicationName: 'Outlook',
  displayName: subject,
  externalId: null,
});

/** What somebody at the trust has to do. */
export const workLists: readonly ListTemplate[] = [
  {
    name: 'Tasks',
    wellknown: 'defaultList',
    tasks: [
      { title: 'Return the loan forms to Northmere', due: -9, isImportant: true },
      { title: 'Order labels for the alpine house', due: -3, body: 'Aluminium, 60 mm, two hundred.' },
      { title: 'Ring the roofer about Glasshouse 2', due: -1 },
      { title: 'Sign off the watering rota', due: 0, isImportant: true },
      { title: 'Photograph the tree fern before it unfurls', due: 0 },
      { title: 'Read the risk assessment for the pond', due: 1, isStarted: true },
      { title: 'Book a room for the seed exchange', due: 1 },
      { title: 'Write up the frost damage', due: 4, body: 'East border first.\nCompare with last year.' },
      { title: 'Renew the pesticide certificate', due: 12 },
      { title: 'Plan next year’s open days', due: 45 },
      { title: 'Find the key to the propagation shed' },
      { title: 'Ask Yusuf for his spreadsheet' },
      { title: 'Thank the volunteers', done: 1, due: -2 },
      { title: 'Count the pots', done: 4 },
    ],
  },
  {
    name: 'Flagged Emails',
    wellknown: 'flaggedEmails',
    tasks: [
      { title: 'Peat-free compost: your quotation', link: mailLink('Peat-free compost: your quotation') },
      { title: 'Signs for the fern walk', link: mailLink('Signs for the fern walk') },
    ],
  },
  {
    name: '🌱 Seed bank',
    tasks: [
      { title: 'Germination test: Primula, batch 14', due: -2 },
      { title: 'Defrost freezer B', due: 0 },
      { title: 'Send duplicates to the university', due: 6 },
      { title: 'Relabel the drawers A to F', isStarted: true },
      { title: 'Weigh the silica gel', done: 2, due: -2 },
    ],
  },
  {
    name: 'Open day',
    tasks: [
      { title: 'Ask Studio Kestrel for a proof of the map', due: 1, isImportant: true },
      { title: 'Borrow tables from the school', due: 9 },
      { title: 'Someone to judge the marrows' },
    ],
  },
];
