import { createHash } from 'node:crypto';
import type { Person } from '../../people.ts';
import { asCorrespondent, type CastKey, type Correspondent, cast } from '../cast.ts';
import { createItemIds } from '../item-id.ts';
import { createRandom, type Random } from '../random.ts';
import { dateIn, mailboxZone } from '../time-zone.ts';
import { findSpans, type Span } from './dates.ts';
import type { Attendee, CalendarEvent } from './event.ts';
import { homeEvents } from './home-events.ts';
import type { EventTemplate } from './template.ts';
import { workEvents } from './work-events.ts';

/** Events are numbered apart from messages, and by template, so that neither more mail nor another day moves an id. */
const firstNumber = 0x10_0000;

function createJoinUrl({ tid, oid }: Person, subject: string): string {
  const thread = createHash('sha256').update(`${oid} ${subject}`).digest('base64url').slice(0, 48);
  const context = encodeURIComponent(JSON.stringify({ Tid: tid, Oid: oid }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}

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
      response: random.pick(['accepted', 'accepted', 'tentativelyAccepted', 'none'] as const),
    }));
  if (organizer === undefined || response === 'organizer') return others;
  return [{ who: me, response: response === 'notResponded' ? 'none' : response }, ...others];
}

function chooseShowAs({ showAs, isCancelled }: EventTemplate, response: CalendarEvent['response']) {
  if (showAs) return showAs;
  if (isCancelled || response === 'declined') return 'free';
  return response === 'tentativelyAccepted' || response === 'notResponded' ? 'tentative' : 'busy';
}

type Draft = Omit<CalendarEvent, 'ids' | 'type' | 'master' | 'recurrence' | 'start' | 'end'>;

/** Turns a template into an event without dates; whoever organises their own event needs no answer. */
function draftEvent(template: EventTemplate, owner: Person, now: number, random: Random): Draft {
  const { isTeams, when, body = [], organizer, answer = 'notResponded' } = template;
  const me = asCorrespondent(owner);
  const host: Correspondent = organizer ? cast[organizer] : me;
  const isOrganizer = host.address === me.address;
  const response = isOrganizer ? 'organizer' : answer;
  const joinUrl = isTeams ? createJoinUrl(owner, template.subject) : null;
  const invitation = joinUrl === null ? [] : [`Microsoft Teams meeting\nJoin: ${joinUrl}`];
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
    place: template.place ?? (joinUrl === null ? null : 'Microsoft Teams Meeting'),
    joinUrl,
    created: Math.floor(now / 1000) * 1000 - random.between(3, 20) * 86_400_000,
  };
}

/** One mailbox's calendar, series and their dates included, the same for the same owner and time. */
export function generateEvents({ owner, now }: { owner: Person; now: number }): CalendarEvent[] {
  const random = createRandom(`calendar of ${owner.key}`);
  const templates = owner.kind === 'personal' ? homeEvents : workEvents;
  return templates.flatMap((template, index) => {
    let number = firstNumber + index * 100;
    const place = (span: Span) => ({ ...draft, ...span, ids: createItemIds(owner.oid, number++) });
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
