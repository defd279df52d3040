import type { EventTemplate } from './template.ts';

/** The calendar of a personal account. */
export const homeEvents: readonly EventTemplate[] = [
  {
    subject: 'Bread out of the oven',
    when: { fromNow: 15, minutes: 15 },
    body: ['Steam first, then the lid off. Knock on the bottom: it should sound hollow.'],
  },
  { subject: 'Bin day: paper and glass', when: { day: 0, days: 1 }, showAs: 'free' },
  {
    subject: 'Choir',
    when: { weekly: ['wednesday'], at: '19:30', minutes: 120 },
    organizer: 'choir',
    answer: 'accepted',
    place: 'Tideside School',
  },
  { subject: 'Dentist', when: { day: 2, at: '08:20', minutes: 30 }, place: 'Quay Street', isPrivate: true },
  {
    subject: 'Kayaks',
    when: { day: 3, at: '18:00', minutes: 120 },
    organizer: 'rowan',
    answer: 'tentativelyAccepted',
    place: 'The slipway',
  },
  {
    subject: 'Aunt Marguerite: plum cake',
    when: { day: 5, at: '14:00', minutes: 180 },
    organizer: 'aunt',
    answer: 'accepted',
    place: 'Pear Tree Cottage',
  },
  {
    subject: 'Call with Rowan about the roof rack',
    when: { fromNow: 60, minutes: 20 },
    organizer: 'rowan',
    answer: 'accepted',
    link: { service: 'meet', in: 'place' },
  },
];
