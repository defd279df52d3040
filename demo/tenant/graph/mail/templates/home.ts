import type { MailTemplate } from '../template.ts';

/** What a personal account gets. */
export const home: readonly MailTemplate[] = [
  {
    from: 'aunt',
    subject: 'Sunday',
    body: [
      'There will be plum cake, and your cousin is bringing the new puppy, so wear something old.',
      'Come at {time} if the trains allow it. I can fetch you from the halt.',
    ],
    isPlain: true,
  },
  {
    from: 'rowan',
    subject: 'Kayaks on {day}?',
    body: [
      'The wind drops in the evening and the water is as warm as it will ever be. I have both boats.',
      'Shall we say {time} at the slipway?',
    ],
  },
  {
    from: 'choir',
    subject: 'Rehearsal moved to {day}',
    body: [
      'The hall is being painted, so we sing in the school this week. Please bring the blue folder, and a pencil, and forgiveness for the piano.',
    ],
  },
  {
    from: 'choir',
    subject: 'Altos: bars 40 to 62',
    body: [
      'A recording of your line is attached. Count the rests, breathe on the comma, and do not look at the tenors.',
    ],
    hasAttachments: true,
  },
  {
    from: 'landlord',
    subject: 'Boiler inspection on {day}',
    body: [
      'Our engineer will call between {time} and the end of the day. If nobody is in, we shall use our key and leave a card.',
    ],
    importance: 'high',
  },
  {
    from: 'library',
    subject: 'Ready to collect: “A Field Guide to Seaweeds”',
    body: ['The book that you asked for is on the shelf by the desk, under P. We keep it until {day}.'],
    isPlain: true,
  },
  {
    from: 'library',
    subject: 'Two books are due on {day}',
    body: [
      ['“Salt in the Letterbox”', '“Bread, and How to Forgive It”'],
      'Renew them at https://fernborough-libraries.example/account.',
    ],
    isPlain: true,
  },
  {
    from: 'trains',
    subject: 'Your tickets to Northmere',
    body: [
      'Outward on {day}, coach C, seat 41, facing. Your tickets are attached and may be shown on a telephone.',
      'There is building work at Fernborough Halt: please allow ten minutes more.',
    ],
    hasAttachments: true,
  },
  {
    from: 'dentist',
    subject: 'A reminder of your appointment',
    body: [
      'We look forward to seeing you on {day} at {time}. Please give us a day’s notice if you cannot come.',
    ],
  },
  {
    from: 'bakery',
    subject: 'The rye is back',
    body: [
      'Forty-eight hours in the basket and twelve loaves a day, no more. Order by the evening and we keep one for you.',
      'Less of this? https://second-rise.example/quiet.',
    ],
    importance: 'low',
  },
  {
    from: 'rowan',
    subject: 'Photographs from the island',
    body: ['Here are the best ones. You are squinting in all of them, but the puffins were at their finest.'],
    hasAttachments: true,
  },
  {
    from: 'aunt',
    subject: 'The recipe you asked for',
    body: [
      'Your grandmother never wrote it down, so this is from watching:',
      ['A pound of plums, a little sharp', 'Butter the size of an egg', 'Flour until it feels right'],
      'Bake it until the kitchen smells of August.',
    ],
  },
];
