import type { EntraSetting } from '../entra/setting.ts';
import type { NewMeeting } from '../graph/calendar/create-meeting.ts';
import type { Errand } from '../graph/errands.ts';
import type { Person } from '../people.ts';

/** What happens in mailboxes without Lanyard. Times are epoch milliseconds, by the tenant's clock. */
export interface MailboxLevers {
  /** Has so many more messages come into the person's inbox, the time of the tenant's clock on them. */
  deliverMail(person: Person, count?: number): void;
  /** The person reads the newest unread messages of the inbox in another app. */
  readMail(person: Person, count?: number): void;
  /** The person archives the newest unread messages of the inbox in another app. */
  archiveMail(person: Person, count?: number): void;
  /** The person moves an older message into the inbox, from another account; `received` is the time on it. */
  importMail(person: Person, received: number): void;
  /** Somebody invites the person. */
  invite(person: Person, meeting: NewMeeting): void;
  /** The organiser moves the next meeting of that subject; of a series, that date alone. */
  moveMeeting(person: Person, subject: string, start: number): void;
  /** The organiser cancels it: it stays in the calendar, and says so. */
  cancelMeeting(person: Person, subject: string): void;
  /** It goes from the calendar. */
  deleteMeeting(person: Person, subject: string): void;
}

export function createMailboxLevers({ workings }: EntraSetting): MailboxLevers {
  const { faults } = workings;
  const send = ({ key }: Person, errand: Errand) => {
    faults.errands = { ...faults.errands, [key]: [...(faults.errands[key] ?? []), errand] };
  };
  return {
    deliverMail({ key }, count = 1) {
      faults.arrivals = { ...faults.arrivals, [key]: (faults.arrivals[key] ?? 0) + count };
    },
    readMail: (person, count = 1) => send(person, { kind: 'read-mail', count }),
    archiveMail: (person, count = 1) => send(person, { kind: 'archive-mail', count }),
    importMail: (person, received) => send(person, { kind: 'import-mail', received }),
    invite: (person, meeting) => send(person, { kind: 'invite', meeting }),
    moveMeeting: (person, subject, start) => send(person, { kind: 'move-meeting', subject, start }),
    cancelMeeting: (person, subject) => send(person, { kind: 'cancel-meeting', subject }),
    deleteMeeting: (person, subject) => send(person, { kind: 'delete-meeting', subject }),
  };
}
