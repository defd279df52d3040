import type { Person } from '../../people.ts';
import { asCorrespondent, type CastKey, type Correspondent, cast } from '../cast.ts';
import { createItemIds } from '../item-id.ts';
import { createRandom, type Random } from '../random.ts';
import { dateIn, mailboxZone } from '../time-zone.ts';
import { findSpans, type Span } from './dates.ts';
import type { Attendee, CalendarEvent } from './event.ts';
import { homeEvents } from './home-events.ts';
import { createLink, createTeamsUrl, linkNames } from './join-links.ts';
import type { EventTemplate } from './template.ts';
import { workEvents } from './work-events.ts';

/** Events are numbered apart from messages, and by template, so that neither more mail nor another day moves an id. */
const firstNumber = 0x10_0000;

function chooseAttendees(
  { attendees = [], organizer }: EventTemplate,
  me: Correspondent,
  response: CalendarEvent['response'],
  random: Random,
): Attendee[] {
  const others = attendees
    .map((key: CastKey): Correspondent => cast[key])
    .filter(({ address }) => address !== me.address)
    .map((who) => ({
      who,
      isOwner: false,
      response: random.pick(['accepted', 'accepted', 'tentativelyAccepted', 'none'] as const),
    }));
  if (organizer === undefined || response === 'organizer') return others;
  return [{ who: me, isOwner: true, response: response === 'notResponded' ? 'none' : response }, ...others];
}

function chooseShowAs({ showAs, isCancelled }: EventTemplate, response: CalendarEvent['response']) {
  if (showAs) return showAs;
  if (isCancelled || response === 'declined') return 'free';
  return response === 'tentativelyAccepted' || response === 'notResponded' ? 'tentative' : 'busy';
}

export type Draft = Omit<CalendarEvent, 'ids' | 'type' | 'master' | 'recurrence' | 'start' | 'end'>;

/** Turns a template into an event without dates; whoever organises their own event needs no answer. */
export function draftEvent(template: EventTemplate, owner: Person, now: number, random: Random): Draft {
  const { isTeams, when, body = [], organizer, answer = 'notResponded' } = template;
  const me = asCorrespondent(owner);
  const host: Correspondent = organizer ? cast[organizer] : me;
  const isOrganizer = host.address === me.address;
  const response = isOrganizer ? 'organizer' : answer;
  const joinUrl = isTeams ? createTeamsUrl(owner, template.subject) : null;
  const link = template.link ? createLink(template.link.service, template.subject) : null;
  const invitation = joinUrl === null ? [] : [`Microsoft Teams meeting\nJoin: ${joinUrl}`];
  if (template.link?.in === 'body') invitation.push(`${linkNames[template.link.service]}\n${link}`);
  const linkPlace = template.link?.in === 'place' ? link : null;
  const created = Math.floor(now / 1000) * 1000 - random.between(3, 20) * 86_400_000;
  return {
    subject: template.subject,
    body: { contentType: 'html', blocks: [...body, ...invitation] },
    isAllDay: 'days' in when,
    isCancelled: template.isCancelled ?? false,
    isPrivate: template.isPrivate ?? false,
    hasAttachments: template.hasAttachments ?? false,
    organizer: host,
    isOrganizer,
    attendees: chooseAttendees(template, me, response, random),
    response,
    showAs: chooseShowAs(template, response),
    place: template.place ?? linkPlace ?? (joinUrl === null ? null : 'Microsoft Teams Meeting'),
    joinUrl,
    created,
    answered: isOrganizer || response === 'notResponded' ? null : created,
    changed: null,
    isRemoved: false,
    version: 0,
    touched: 0,
  };
}

/** One mailbox's calendar, series and their dates included, the same for the same owner and time. */
export function generateEvents({ owner, now }: { owner: Person; now: number }): CalendarEvent[] {
  const random = createRandom(`calendar of ${owner.key}`);
  const templates = owner.kind === 'personal' ? homeEvents : workEvents;
  return templates.flatMap((template, index) => {
    let number = firstNumber + index * 100;
    const place = (span: Span) => ({
      ...draft,
      ...span,
      // Each date has its own answers.
      attendees: draft.attendees.map((attendee) => ({ ...attendee })),
      ids: createItemIds(owner.oid, number++),
    });
    const draft = draftEvent(template, owner, now, random);
    const { when } = template;
    const spans = findSpans(when, now);
    if (!('weekly' in when)) {
      return spans.map(
        (span): CalendarEvent => ({ ...place(span), type: 'singleInstance', master: null, recurrence: null }),
      );
    }
    return spans.slice(0, 1).flatMap((first): CalendarEvent[] => {
      const master = place(first);
      const recurrence = { weekdays: when.weekly, startDate: dateIn(first.start, mailboxZone.iana) };
      return [
        { ...master, type: 'seriesMaster', master: null, recurrence },
        ...spans.map(
          (span): CalendarEvent => ({
            ...place(span),
            type: 'occurrence',
            master: master.ids,
            recurrence: null,
          }),
        ),
      ];
    });
  });
}
