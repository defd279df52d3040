import type { Person } from '../people.ts';

/** Somebody's id in Graph: a personal account's is short, sixteen digits without the leading zeros of its GUID. */
export const graphIdOf = ({ kind, oid }: Person): string =>
  kind === 'personal' ? oid.replaceAll('-', '').slice(16) : oid;

/** How a context names what is somebody's: `users('…')`. */
export const ownerContext = (person: Person): string => `users('${graphIdOf(person)}')`;

/** Where their Outlook on the web is. */
export const outlookHostOf = ({ kind }: Person): string =>
  kind === 'personal' ? 'outlook.live.com' : 'outlook.office365.com';
