import type { CannedAnswer } from '../../demo/tenant/index.ts';

/** Texts with which people try what a page does with them. */
export const HOSTILE = [
  '<img src=x onerror="document.title=1"><b>bold</b>',
  'photo\u202Egpj.exe \u2067isolated',
  '\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 (a, b)',
  'Llanfair'.padEnd(10_000, 'pwllgwyngyll'),
  'before\u0000after\u200B\u200D\uFEFFzero',
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽'.repeat(60),
  `Z${'\u0335\u0321\u0489'.repeat(40)}algo`,
  'several\nlines\r\nof\ttext',
];

/** One that nobody would wonder at, to compare the others with. */
const ORDINARY = 'Minutes of the meeting';

const texts = [ORDINARY, ...HOSTILE];

const ok = (body: object): CannedAnswer => ({ status: 200, body });
const person = (text: string) => ({ emailAddress: { name: text, address: text } });

/** Answers to everything that Lanyard asks of Graph, with these texts wherever somebody may have written one. */
export function hostileAnswers(now: Date): Record<string, CannedAnswer> {
  const receivedDateTime = now.toISOString();
  const hour = (later: number) => ({
    dateTime: new Date(now.getTime() + later * 3_600_000).toISOString().slice(0, -1),
    timeZone: 'UTC',
  });
  const messages = texts.map((text, index) => ({
    id: `message-${index}`,
    subject: text,
    from: person(text),
    toRecipients: [],
    receivedDateTime,
    isRead: index % 2 === 0,
    hasAttachments: true,
    flag: { flagStatus: 'flagged' },
    webLink: 'https://outlook.office.com/mail/1',
  }));
  const events = texts.map((text, index) => ({
    id: `event-${index}`,
    subject: text,
    start: hour(0.2 + index / 100),
    end: hour(0.5 + index / 100),
    isAllDay: false,
    isCancelled: false,
    showAs: 'busy',
    location: { displayName: text },
    organizer: person(text),
    responseStatus: { response: 'notResponded' },
    webLink: 'https://outlook.office.com/calendar/1',
  }));
  const tasks = texts.map((text, index) => ({
    id: `task-${index}`,
    title: text,
    status: 'notStarted',
    importance: 'high',
    createdDateTime: receivedDateTime,
  }));
  const files = texts.map((text, index) => ({
    id: `file-${index}`,
    name: text,
    webUrl: 'https://fernleigh-my.sharepoint.com/personal/1',
    file: { mimeType: 'text/plain' },
    lastModifiedDateTime: receivedDateTime,
    lastModifiedBy: { user: { displayName: text } },
    parentReference: { path: `/drive/root:/${text}` },
  }));
  const people = texts.map((text, index) => ({
    id: `893659ef-f0a7-4c3b-a158-faf4c81b02c${index}`,
    displayName: text,
    mail: text,
    userPrincipalName: text,
    jobTitle: text,
    department: text,
  }));
  const name = HOSTILE.join(' ');
  return {
    '/v1.0/me': ok({ id: '1', displayName: name, jobTitle: name, mail: name, officeLocation: name }),
    '/v1.0/me/photo': { status: 404, body: { error: { code: 'ImageNotFound', message: '' } } },
    '/v1.0/me/mailFolders/inbox': ok({ id: 'inbox', unreadItemCount: 4 }),
    '/v1.0/me/mailFolders/inbox/messages': ok({ value: messages }),
    '/v1.0/me/messages': ok({
      ...messages[1],
      subject: name,
      from: person(name),
      toRecipients: texts.map(person),
      body: { contentType: 'text', content: HOSTILE.join('\n') },
    }),
    '/v1.0/me/calendarView': ok({ value: events }),
    '/v1.0/me/todo/lists': ok({ value: [{ id: 'list', displayName: name, wellknownListName: 'none' }] }),
    '/v1.0/me/todo/lists/list/tasks': ok({ value: tasks }),
    '/v1.0/me/drive/recent': ok({ value: files }),
    '/v1.0/users': ok({ value: people }),
    '/v1.0/me/presence': ok({ id: '1', availability: 'Available', activity: 'Available' }),
    '/v1.0/communications': ok({ value: [] }),
  };
}
