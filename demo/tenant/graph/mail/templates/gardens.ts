import type { MailTemplate } from '../template.ts';

/** From the people who look after plants. */
export const gardens: readonly MailTemplate[] = [
  {
    from: 'bram',
    subject: 'Scale insect on the {plant}',
    body: [
      'I found scale on the undersides of two fronds in {place} this morning. It is a light infestation and I have moved the pot to quarantine.',
      'Could you look over its neighbours before {day}? I would rather not spray while the bumblebees are in there.',
    ],
    importance: 'high',
  },
  {
    from: 'odile',
    subject: 'Labels for the new {plant} bed',
    body: [
      'The engraver needs the final wording by {day}. I have the accession numbers, but the provenance line is blank for {count} of them.',
      'If nothing turns up in the ledger we shall print “of garden origin” and correct it later.',
    ],
    hasAttachments: true,
  },
  {
    from: 'yusuf',
    subject: 'Germination test: {plant}',
    body: [
      'The third batch is up. Figures so far:',
      ['Untreated: 11 of 50', 'Smoke water: 34 of 50', 'Cold, eight weeks: 29 of 50'],
      'Smoke water wins again, so I suggest that we use it for the whole collection from {place}.',
    ],
    hasAttachments: true,
  },
  {
    from: 'bram',
    subject: 'The {plant} is about to open',
    body: [
      'The bud has put on four centimetres since yesterday. My guess is {day}, late afternoon, and it will smell.',
      'Nadia knows, and would like somebody who can answer questions at the rope. Are you free?',
    ],
  },
  {
    from: 'priya',
    subject: 'Specimens back from Northmere',
    body: [
      'The loan came back today: {count} sheets, all accounted for, one with a loose fragment in its packet.',
      'They go into the freezer until {day}. Please do not file anything from the top shelf before then.',
    ],
  },
  {
    from: 'tomas',
    subject: 'Moss survey, north wall',
    body: [
      'I walked the north wall with a hand lens and found fourteen species, two of which we did not have on the list.',
      'My notes are attached. The photographs are large, so I left them on the shared drive under “bryophytes”.',
    ],
    hasAttachments: true,
  },
  {
    from: 'mira',
    subject: 'Field trip to the estuary',
    body: [
      'High tide is at {time}, so we have to be off the marsh well before that. Wellingtons for everybody, please.',
      'I have asked for the van. We need {count} sample bags and the good GPS.',
    ],
  },
  {
    from: 'odile',
    subject: 'Moving the tree ferns',
    body: [
      'We start on {day} with the three in {place}. The trunks have to stay moist the whole way, so bring the knapsack sprayer.',
      'The path will be closed from {time}. Callum is putting out the barriers.',
    ],
  },
  {
    from: 'bram',
    subject: 'Heating in {glasshouse}',
    body: [
      'It went down to six degrees last night. Nothing is damaged, but the thermostat shows eighteen, which I do not believe.',
      'I have hung up two loggers and will compare them with the monitor tomorrow.',
    ],
    isPlain: true,
  },
  {
    from: 'yusuf',
    subject: 'Seed list for the exchange',
    body: [
      'The draft of this year’s seed list is ready for your eyes. We are short of the woodland species, and I have marked in yellow what I would leave out.',
      'The printer wants it on {day}.',
    ],
    hasAttachments: true,
  },
  {
    from: 'priya',
    subject: 'Which {plant} is this?',
    body: [
      'A visitor handed in a leaf from an allotment and swears that it is {plant}. The veins say otherwise, but I should like a second opinion.',
      'It is in a plastic box on the bench by the window, with its story on a slip of paper.',
    ],
  },
  {
    from: 'tomas',
    subject: 'Spare slates for the cold frames',
    body: [
      'There are about {count} good slates behind the boiler house. I would like to take them for the lichen plots unless somebody has plans for them.',
    ],
    isPlain: true,
  },
  {
    from: 'odile',
    subject: 'Watering rota for the long weekend',
    body: [
      'The rota has two gaps, both on the Sunday. The succulents can wait; the propagators cannot.',
      'Whoever takes an early turn gets the bakery’s cardamom buns, as ever.',
    ],
    isForAll: true,
  },
  {
    from: 'bram',
    subject: 'Biological control has arrived',
    body: [
      'The lacewing larvae are in the small fridge, behind the milk. They must be out on the plants by {day}.',
      'Would you do {glasshouse}? The sachets hang at shoulder height, one per square metre.',
    ],
  },
  {
    from: 'mira',
    subject: 'Notes from {place}',
    body: [
      'Short version: the drainage is the problem, not the soil. Water stands for two days after rain at the lower end.',
      ['Lift the edging by the bench', 'A French drain along the path', 'Replant with {plant} in the autumn'],
      'I can draw it up properly if that helps with the budget.',
    ],
  },
];
