import * as v from 'valibot';

/** What somebody can say of themselves, in Graph's words (`setUserPreferredPresence`). */
export const CHOICES = ['Available', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Away', 'Offline'] as const;
export type PresenceChoice = (typeof CHOICES)[number];

/** How somebody can be found; `unknown` is also what Graph may add one day. */
export const AVAILABILITIES = [...CHOICES, 'unknown'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const AvailabilityShape = v.picklist(AVAILABILITIES);

export const PresenceShape = v.object({ availability: AvailabilityShape });

/** The person's own presence in Teams. */
export type Presence = v.InferOutput<typeof PresenceShape>;
