import type { MailTemplate } from '../template.ts';

/** From machines, which neither greet nor sign. */
export const machines: readonly MailTemplate[] = [
  {
    from: 'climate',
    subject: 'ALERT: humidity below 55 % in {glasshouse}',
    body: [
      'Humidity has been below its lower limit for 25 minutes.',
      ['Now: 48 %', 'Limit: 55 %', 'Misting: on since 04:10'],
      'This alert closes by itself once the value has been in range for ten minutes.',
    ],
    importance: 'high',
    isPlain: true,
  },
  {
    from: 'climate',
    subject: 'Weekly summary: {glasshouse}',
    body: [
      'Average temperature 19.4 °C, lowest 11.2 °C in the night to {day}. Vents opened 36 times. No value was out of range for more than five minutes.',
    ],
  },
  {
    from: 'catalogue',
    subject: 'A record of yours was edited',
    body: [
      'The determination of one of your specimens was changed to {plant} by P. Raghunathan.',
      'Compare both versions at https://herbarium.fernleigh.example/changes.',
    ],
  },
  {
    from: 'catalogue',
    subject: 'Your export is ready',
    body: [
      'The list that you asked for has been made. It has 1,204 rows and is kept for seven days: https://herbarium.fernleigh.example/exports.',
    ],
  },
  {
    from: 'helpdesk',
    subject: '[Request 3381] Printer in {room}',
    body: [
      'Your request has been answered:',
      'The printer in {room} has a new drum. It will want to be asked twice for the first page, and then behave.',
      'The request closes on {day} unless you write back.',
    ],
  },
  {
    from: 'helpdesk',
    subject: '[Request 3394] Password expires in nine days',
    body: [
      'This is a reminder that no action is needed: the trust no longer makes passwords expire. The old notice has been switched off.',
    ],
    importance: 'low',
  },
  {
    from: 'payroll',
    subject: 'Your payslip is ready',
    body: [
      'Your payslip for this month can be read in the staff portal. Please do not answer this message; nobody would see it.',
    ],
  },
  {
    from: 'rooms',
    subject: 'Confirmed: {room}, {day}',
    body: ['{room} is yours on {day} from {time}. The projector remote is in the left-hand drawer.'],
    isPlain: true,
  },
  {
    from: 'rooms',
    subject: 'Released: {room}, {day}',
    body: ['Nobody checked in within fifteen minutes, so {room} has been given to the next in line.'],
    isPlain: true,
    importance: 'low',
  },
  {
    from: 'shop',
    subject: 'Low stock: {plant}, 9 cm',
    body: [
      'There are three left on the table and none in the yard. At this week’s pace they are gone by {day}.',
    ],
    isPlain: true,
  },
];
