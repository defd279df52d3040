import * as v from 'valibot';
import { textOrNull } from './shapes.ts';

export const ProfileShape = v.object({
  name: v.string(),
  jobTitle: textOrNull,
  mail: v.string(),
  officeLocation: textOrNull,
  photo: textOrNull,
});

/** The person's own profile. `photo` is a `data:` URL of a JPEG or PNG; absent values are null. */
export type Profile = v.InferOutput<typeof ProfileShape>;
