import { organisation, type Person, personalTid } from '../people.ts';

/** The first path segment, which says whose accounts may sign in (Microsoft, "OpenID Connect": endpoints). */
export interface Authority {
  segment: string;
  /** The tenant id where the segment names one tenant; `consumers` is the personal accounts' tenant. */
  tid: string | null;
  accepts(person: Person): boolean;
  /** Why an account is turned away, in words for the page. */
  refusal: string;
}

const isPersonal = (person: Person) => person.kind === 'personal';

function single(segment: string, tid: string, refusal: string): Authority {
  return { segment, tid, refusal, accepts: (person) => person.tid === tid };
}

/** The authority that a path segment names, or null for a tenant that does not exist. Letter case does not matter. */
export function findAuthority(segment: string): Authority | null {
  const name = segment.toLowerCase();
  const workOnly = 'You can’t sign in here with a personal account. Use your work or school account instead.';
  switch (name) {
    case 'common':
      return { segment: name, tid: null, accepts: () => true, refusal: '' };
    case 'organizations':
      return { segment: name, tid: null, accepts: (person) => !isPersonal(person), refusal: workOnly };
    case 'consumers':
    case personalTid:
      return single(
        name,
        personalTid,
        'You can’t sign in here with a work or school account. Use your personal account instead.',
      );
    case organisation.tid:
    case organisation.domain:
      return single(name, organisation.tid, workOnly);
    default:
      return null;
  }
}
