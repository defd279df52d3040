import type { Availability } from './presence.ts';

/** Somebody of the organisation, or somebody the person often writes to. `photo` is a `data:` URL. */
export interface Colleague {
  id: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  mail: string | null;
  photo: string | null;
  /** Null where it may not be seen, or there is none. */
  availability: Availability | null;
}
