import { writeArrival } from '../../demo/tenant/graph/mail/write.ts';
import type { Person, Tenant } from '../../demo/tenant/index.ts';

/** How many messages a panel shows that shows fewest: nothing is news while one of them has the same subject. */
const SHOWN = 10;

/** Changes an inbox, so that what is read anew can be told from what was known. */
export interface InboxNews {
  /** Has a message come in, and gives its subject, which stands nowhere near the top yet. */
  bring(): string;
}

export function createInboxNews({ control }: Tenant, person: Person): InboxNews {
  const subjects: string[] = [];
  return {
    bring() {
      const news = () => {
        // Lists are ordered by the second.
        control.clock.advance(1000);
        control.deliverMail(person);
        const subject = writeArrival(person, control.faults.arrivals[person.key] ?? 0).subject;
        const isNew = !subjects.slice(-SHOWN).some((before) => before.includes(subject));
        subjects.push(subject);
        return isNew ? subject : null;
      };
      let subject = news();
      while (subject === null) subject = news();
      return subject;
    },
  };
}
