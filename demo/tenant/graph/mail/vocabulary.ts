/** What the gaps in templates are filled with; a message fills the same gap with the same words throughout. */
export const vocabulary = {
  plant: [
    'Encephalartos woodii',
    'Cyathea medullaris',
    'Puya berteroniana',
    'Victoria cruziana',
    'Meconopsis baileyi',
    'Sarracenia purpurea',
    'Strongylodon macrobotrys',
    'Osmunda regalis',
    'Wollemia nobilis',
    'Fritillaria meleagris',
    'Amorphophallus titanum',
    'Dicksonia antarctica',
  ],
  place: [
    'Glasshouse 1',
    'Glasshouse 3',
    'the Palm House',
    'the Alpine House',
    'the Fernery',
    'the Orangery',
    'the Walled Garden',
    'the Arboretum',
    'the Bog Garden',
  ],
  glasshouse: ['Glasshouse 1', 'Glasshouse 3', 'the Palm House', 'the Alpine House', 'the Fernery'],
  treeFern: ['Cyathea medullaris', 'Dicksonia antarctica', 'Cyathea dealbata', 'Todea barbara'],
  day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  time: ['9.30', '10.15', '11 o’clock', '2 o’clock', '3.30', 'half past four'],
  count: ['seven', 'eleven', 'fourteen', 'twenty-three', 'thirty-six', 'fifty-two'],
  group: [
    'Year 4 of Millbrook Primary',
    'the Alpine Society',
    'the second-year students from Northmere',
    'the Fern Circle',
    'a party of Dutch growers',
    'the Borough Walking Group',
  ],
  room: [
    'the Potting Room',
    'the Herbarium Library',
    'the Orangery Seminar Room',
    'the Gatehouse Meeting Room',
  ],
} as const satisfies Record<string, readonly string[]>;

/** How a person begins a message. */
export const greetings = ['Hi {me},', 'Morning {me},', 'Hello {me},', '{me},', 'Dear {me},'] as const;

/** How a person ends one, before the name. */
export const farewells = ['Best,', 'Thanks,', 'Cheers,', 'Kind regards,', 'All the best,'] as const;

/** What friends write back. */
export const homeReplies = [
  'Yes please! I shall bring the thermos.',
  'I had completely forgotten. Thank you for the nudge.',
  'Could we make it an hour later? The ferry will not be hurried.',
  'That made me laugh out loud in the quiet coach.',
  'Let me ask at home and write again tonight.',
] as const;

/** What colleagues write back. */
export const workReplies = [
  'That works for me. I shall bring the keys and a spare torch.',
  'Thank you for picking this up. I have put it on the list for our next round.',
  'Could we talk it through at the stand-up? I think there is a simpler way.',
  'Agreed, with one small change: let us do it before the gates open rather than after.',
  'I am out on the estate until lunch and shall look at it properly this afternoon.',
  'Please go ahead. Copy Odile in once it is done, so that the records match.',
  'I checked this morning and it looks better already. No need to do anything more this week.',
  'Sorry for the slow answer. Yes, and please count me in.',
  'I would rather wait for the weather. The forecast for the weekend is not kind.',
  'Happy with this. The budget line is the one we used last spring.',
  'Not sure about the date, as half of the team is on the training day. Could it slip by a week?',
  'Lovely photographs! May I use the second one for the noticeboard?',
] as const;

/** Outlook's coloured labels. */
export const categories = ['Green category', 'Blue category', 'Yellow category'] as const;
