import { createHash } from 'node:crypto';
import { describeBody, previewBody } from '../body.ts';
import { asRecipient } from '../cast.ts';
import { createChangeKey, type ItemIds } from '../item-id.ts';
import type { Preferences } from '../prefer.ts';
import { mailboxZone, utcSeconds, wallTime } from '../time-zone.ts';
import type { CalendarEvent, Recurrence } from './event.ts';

const never = '0001-01-01T00:00:00Z';

function describeTime(instant: number, isAllDay: boolean, { zone }: Preferences) {
  // A whole day is midnight to midnight in any zone, as Outlook has it: a birthday does not move with the traveller.
  const wall = wallTime(instant, isAllDay ? mailboxZone.iana : zone.iana);
  return { dateTime: `${wall}.0000000`, timeZone: zone.name };
}

function describePlace(place: string | null) {
  if (place === null) {
    return {
      location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown' },
      locations: [],
    };
  }
  const location = { displayName: place, locationType: 'default', uniqueId: place, uniqueIdType: 'private' };
  return { location, locations: [location] };
}

function describeRecurrence({ weekdays, startDate }: Recurrence) {
  return {
    pattern: {
      type: 'weekly',
      interval: 1,
      month: 0,
      dayOfMonth: 0,
      daysOfWeek: weekdays,
      firstDayOfWeek: 'monday',
      index: 'first',
    },
    range: {
      type: 'noEnd',
      startDate,
      endDate: '0001-01-01',
      recurrenceTimeZone: mailboxZone.windows,
      numberOfOccurrences: 0,
    },
  };
}

/** Outlook's own prefix, and something of the event's own. */
const createICalUid = ({ rest }: ItemIds) =>
  `040000008200E00074C5B7101A82E008${createHash('sha256').update(rest).digest('hex').toUpperCase()}`;

/** Everything there is to say about an event, in Graph's order. */
export function describeEvent(
  event: CalendarEvent,
  preferences: Preferences,
  webHost: string,
): Record<string, unknown> {
  const { ids, master, body, joinUrl, created, answered, changed } = event;
  const idOf = (item: ItemIds) => (preferences.isImmutable ? item.immutable : item.rest);
  const changeKey = createChangeKey(ids.rest, event.version);
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id: idOf(ids),
    createdDateTime: utcSeconds(created),
    lastModifiedDateTime: utcSeconds(changed ?? created),
    changeKey,
    categories: [],
    transactionId: null,
    originalStartTimeZone: mailboxZone.windows,
    originalEndTimeZone: mailboxZone.windows,
    iCalUId: createICalUid(ids),
    reminderMinutesBeforeStart: 15,
    isReminderOn: !event.isAllDay,
    hasAttachments: event.hasAttachments,
    subject: event.subject,
    bodyPreview: previewBody(body),
    importance: 'normal',
    sensitivity: event.isPrivate ? 'private' : 'normal',
    isAllDay: event.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganizer,
    responseRequested: true,
    seriesMasterId: master && idOf(master),
    showAs: event.showAs,
    type: event.type,
    webLink: `https://${webHost}/owa/?itemid=${encodeURIComponent(ids.rest)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: joinUrl !== null,
    onlineMeetingProvider: joinUrl === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: true,
    isDraft: false,
    hideAttendees: false,
    responseStatus: { response: event.response, time: answered === null ? never : utcSeconds(answered) },
    body: describeBody(body, preferences.bodyType ?? 'html'),
    start: describeTime(event.start, event.isAllDay, preferences),
    end: describeTime(event.end, event.isAllDay, preferences),
    ...describePlace(event.place),
    recurrence: event.recurrence && describeRecurrence(event.recurrence),
    attendees: event.attendees.map(({ who, response }) => ({
      type: 'required',
      status: { response, time: response === 'none' ? never : utcSeconds(created) },
      ...asRecipient(who),
    })),
    organizer: asRecipient(event.organizer),
    onlineMeeting: joinUrl === null ? null : { joinUrl },
  };
}
