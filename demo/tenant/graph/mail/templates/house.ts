import type { MailTemplate } from '../template.ts';

/** From the people who keep the house running. */
export const house: readonly MailTemplate[] = [
  {
    from: 'rosalind',
    subject: 'Trustees’ visit on {day}',
    body: [
      'The trustees would like to see {place} and to hear what the teams are proudest of this year.',
      'Five minutes each, no slides. Please send Nadia one sentence by the evening before.',
    ],
    isForAll: true,
    importance: 'high',
  },
  {
    from: 'oswin',
    subject: 'Receipts for the card, please',
    body: [
      'Three payments on your card have no receipt yet: compost, train tickets, and something from an ironmonger’s.',
      'A photograph will do. The month closes on {day} at noon.',
    ],
  },
  {
    from: 'callum',
    subject: 'Water off on {day} morning',
    body: [
      'The main has to be shut between 7 and 9 for a new valve. Please fill cans the evening before.',
      'The café and the fire hydrants are on another line and are not affected.',
    ],
    isForAll: true,
    isPlain: true,
  },
  {
    from: 'nadia',
    subject: 'Guide needed for {group}',
    body: [
      '{group} arrive on {day} at {time}, {count} people in all. They asked for ferns and a cup of tea.',
      'Could you take the first hour? Dorothy has offered to do the second.',
    ],
  },
  {
    from: 'hanneke',
    subject: 'Classroom kits are back',
    body: [
      'The seed-dispersal kits came back in good order, apart from one hand lens which has joined the great lost property of schools.',
      'I would like to add a page about {plant} to the booklet. May I ask you to check it?',
    ],
    hasAttachments: true,
  },
  {
    from: 'ingrid',
    subject: 'Laptops: restart before {day}',
    body: [
      'An update is waiting on most machines. It needs one restart, about ten minutes, and no typing meanwhile.',
      'If yours asks for a recovery key, do not guess: ring me on the Gatehouse number.',
    ],
    isForAll: true,
  },
  {
    from: 'ingrid',
    subject: 'Your access to the plant records',
    body: [
      'I have given you the editor role in the plant records, as Odile asked. It takes up to an hour to reach your account.',
      'Sign out and in again if the pencil does not show.',
    ],
  },
  {
    from: 'oswin',
    subject: 'Budget: second look at {place}',
    body: [
      'The quotation for the glazing came in eleven per cent over. We can do the south side now and the rest after the winter, or ask the trustees.',
      'I have set both out on one page. Could you tell me by {day} which you would defend?',
    ],
    hasAttachments: true,
    importance: 'high',
  },
  {
    from: 'callum',
    subject: 'Wasps in {place}',
    body: [
      'There is a nest above the door in {place}, about the size of a football. I have roped it off.',
      'It stays where it is unless they get cross. Please use the side entrance.',
    ],
    isForAll: true,
  },
  {
    from: 'nadia',
    subject: 'Words for the autumn leaflet',
    body: [
      'Sixty words about {plant}, for people who have never heard of it. Jokes welcome, Latin in moderation.',
      'Studio Kestrel sets it on {day}.',
    ],
  },
  {
    from: 'hanneke',
    subject: 'Apprentices: {room} on {day}',
    body: [
      'I have booked {room} from {time}. The first hour is knife safety, then grafting until the rubber runs out.',
      'Would you show them the bench in {place} afterwards?',
    ],
  },
  {
    from: 'rosalind',
    subject: 'Thank you',
    body: [
      'Yesterday a visitor stopped me at the gate to say that somebody had spent twenty minutes explaining {plant} to her daughter. I gather that it was you.',
      'It made my day, and hers.',
    ],
    isPlain: true,
  },
  {
    from: 'callum',
    subject: 'Electric cart: charge it, please',
    body: [
      'The cart was flat again this morning, with half a load of mulch on it. The cable reaches now, so there is no excuse.',
    ],
    isForAll: true,
    importance: 'low',
  },
  {
    from: 'oswin',
    subject: 'Grant application: figures by {day}',
    body: [
      'The foundation wants visitor numbers, volunteer hours and “evidence of impact”. I have the first two.',
      'For the third, could you give me three sentences and a photograph from {place}?',
    ],
  },
];
