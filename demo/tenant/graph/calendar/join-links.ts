import { createHash } from 'node:crypto';
import type { Person } from '../../people.ts';

/** The meeting services beside Teams whose links turn up in invitations. */
export type LinkService = 'zoom' | 'meet' | 'webex';

/** How an invitation names them. */
export const linkNames: Readonly<Record<LinkService, string>> = {
  zoom: 'Join Zoom Meeting',
  meet: 'Join with Google Meet',
  webex: 'Join Webex meeting',
};

const hash = (text: string) => createHash('sha256').update(text);

/** A Teams link: the thread of the meeting, and whose meeting it is. */
export function createTeamsUrl({ tid, oid }: Person, subject: string): string {
  const thread = hash(`${oid} ${subject}`).digest('base64url').slice(0, 48);
  const context = encodeURIComponent(JSON.stringify({ Tid: tid, Oid: oid }));
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`;
}

/** A link of another service, shaped as its own are; none of them leads to a meeting. */
export function createLink(service: LinkService, subject: string): string {
  const hex = hash(subject).digest('hex');
  switch (service) {
    case 'zoom': {
      const number = BigInt(`0x${hex.slice(0, 16)}`)
        .toString()
        .slice(0, 11);
      return `https://us02web.zoom.us/j/${number}?pwd=${hash(hex).digest('base64url').slice(0, 32)}`;
    }
    case 'meet': {
      const letters = [...hash(subject).digest()]
        .map((byte) => String.fromCharCode(97 + (byte % 26)))
        .join('');
      return `https://meet.google.com/${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7, 10)}`;
    }
    case 'webex':
      return `https://fernleigh.webex.com/fernleigh/j.php?MTID=m${hex.slice(0, 32)}`;
  }
}
