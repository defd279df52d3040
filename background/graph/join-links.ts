import { isWithin, readHttps } from './web-links.ts';

/** The services that meetings are held on, by the hosts that invitations to them lead to. */
const MEETING_HOSTS = [
  // Teams, and Skype for Business
  'teams.microsoft.com',
  'teams.live.com',
  'teams.cloud.microsoft',
  'teams.microsoft.us',
  'meet.lync.com',
  'join.skype.com',
  // Others, in the order of how often they are met
  'zoom.us',
  'zoomgov.com',
  'zoom.com',
  'meet.google.com',
  'webex.com',
  'meet.goto.com',
  'gotomeeting.com',
  'gotomeet.me',
  'bluejeans.com',
  'chime.aws',
  'whereby.com',
  'meet.jit.si',
  'v.ringcentral.com',
] as const;

/** An address in a text, up to what cannot be part of one or is more likely to be the sentence's. */
const ADDRESS = /https:\/\/[^\s<>"'()[\]{}|\\^`]+/gi;

/** Longer than any place; what follows is not looked at. */
const LONGEST_PLACE = 4000;

/** Where an event may say how to join it: Graph's own fields first, then what people write as a place. */
export interface JoinHints {
  onlineMeeting: { joinUrl: string | null } | null;
  onlineMeetingUrl: string | null;
  location: { displayName: string | null; locationUri: string | null } | null;
}

/**
 * The link that joins a meeting, if there is one: by https, and to a service that is known for meetings. Whoever sends
 * an invitation can write any address into it, and a button that says "Join" is clicked without looking.
 */
export function findJoinLink({ onlineMeeting, onlineMeetingUrl, location }: JoinHints): string | null {
  const places = [location?.locationUri ?? '', location?.displayName ?? ''];
  const links = [
    onlineMeeting?.joinUrl ?? null,
    onlineMeetingUrl,
    ...places.flatMap((text) => text.slice(0, LONGEST_PLACE).match(ADDRESS) ?? []),
  ];
  for (const link of links) {
    const url = readHttps(link?.replace(/[.,;:!?]+$/, '') ?? null);
    if (url && isWithin(url, MEETING_HOSTS)) return url.href;
  }
  return null;
}
