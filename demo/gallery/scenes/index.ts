import type { Scene } from '../scene.ts';
import { approval } from './approval.ts';
import { calendar } from './calendar.ts';
import { files } from './files.ts';
import { glance } from './glance.ts';
import { inOtherLanguages } from './languages.ts';
import { mail } from './mail.ts';
import { options } from './options.ts';
import { people } from './people.ts';
import { signIn } from './sign-in.ts';
import { tasks } from './tasks.ts';
import { today } from './today.ts';
import { you } from './you.ts';

const english: readonly Scene[] = [
  ...signIn,
  ...today,
  ...mail,
  ...calendar,
  ...tasks,
  ...files,
  ...people,
  ...you,
  ...glance,
  ...options,
  ...approval,
];

/** Every scene, in the order of the tabs. What asks an organisation comes last: its answer stays in the ledger. */
export const SCENES: readonly Scene[] = [...english, ...inOtherLanguages(english)];
