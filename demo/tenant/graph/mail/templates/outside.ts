import type { MailTemplate } from '../template.ts';

/** From beyond the gate. */
export const outside: readonly MailTemplate[] = [
  {
    from: 'gwen',
    subject: 'Your order of {plant}',
    body: [
      'We can send {count} plants in nine-centimetre pots on {day}. The rest follow when the weather lets us lift them.',
      'The plant passport is attached. Please check it against the delivery and sign for both.',
    ],
    hasAttachments: true,
  },
  {
    from: 'anselm',
    subject: 'Samples for the phylogeny',
    body: [
      'Might we have leaf material of {plant}, dried in silica gel? A square centimetre is plenty.',
      'We would of course cite the accession and send you the sequence before anything is published.',
    ],
  },
  {
    from: 'anselm',
    subject: 'Draft chapter for comments',
    body: [
      'Here is the chapter, too long by a third. Section four leans on your survey of {place}, so please be unkind to it.',
      'The editors expect us on {day}, but they always say that.',
    ],
    hasAttachments: true,
  },
  {
    from: 'leigh',
    subject: 'Avenue limes: joint inspection',
    body: [
      'The two limes nearest the road need looking at before the winter. I can be at the lower gate on {day} at {time}.',
      'If we agree on the spot I can raise the order the same day.',
    ],
  },
  {
    from: 'kestrel',
    subject: 'Proofs: signs for {place}',
    body: [
      'Proofs attached, three panels and the finger post. We moved the map a little so that the scale bar is readable.',
      'Any changes by {day}, and they go to the enameller.',
    ],
    hasAttachments: true,
  },
  {
    from: 'marsh',
    subject: 'Delivery of compost on {day}',
    body: [
      'The lorry will be with you at about {time}: {count} bulk bags of the coarse mix. The driver needs a pallet truck and a flat place to stand.',
      'We have taken last month’s split bag off the bill.',
    ],
  },
  {
    from: 'dorothy',
    subject: 'Lost gloves, and a question',
    body: [
      'I believe that I left my green gloves in {place} after the weeding. They are old, but they know my hands.',
      'And is it true that the {plant} only flowers once? A lady asked, and I said that I would find out.',
    ],
    isPlain: true,
  },
  {
    from: 'dorothy',
    subject: 'Cake rota',
    body: [
      'I have put you down for nothing, as you brought the parkin last time. The next volunteers’ tea is on {day}, in {room}.',
    ],
    isPlain: true,
    importance: 'low',
  },
  {
    from: 'leigh',
    subject: 'Road closure by the lower gate',
    body: [
      'The road will be closed for resurfacing from {day}. Coaches can use the station approach, and we shall put up signs.',
      'Residents and the garden’s own vehicles may pass until 8 in the morning.',
    ],
  },
  {
    from: 'gwen',
    subject: 'Something rare, if you are quick',
    body: [
      'A collector is giving up his glasshouse and has a {treeFern} as tall as I am. He would rather that it went to you than to a hotel.',
      'It would have to be fetched by {day}. I can lend the trailer.',
    ],
    importance: 'high',
  },
  {
    from: 'journal',
    subject: 'Your review is due on {day}',
    body: [
      'Thank you for agreeing to review manuscript CF-2214, “Overwintering {plant} under single glass”.',
      'You will find the manuscript and the form at https://coldframes.example/review/CF-2214. If you need more time, a line to this address is enough.',
    ],
  },
  {
    from: 'bulletin',
    subject: 'This month: fungi, fences and a flood',
    body: [
      'In this issue:',
      [
        'How three gardens dried out their archives',
        'Ring-barking deer, and what the fence really costs',
        'Portrait: the keeper of the waxcap lawn',
      ],
      'Read it all at https://gardens-network.example/bulletin, or stop it coming at https://gardens-network.example/stop.',
    ],
    importance: 'low',
  },
  {
    from: 'kestrel',
    subject: 'Invoice 0417',
    body: ['Our invoice for the banners is attached. Thirty days, as always, and thank you for the tour!'],
    hasAttachments: true,
  },
];
