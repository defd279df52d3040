import * as v from 'valibot';
import type { Method, Params } from './contract.ts';
import { EditShape } from './edits.ts';
import { KEEPS } from './keep.ts';
import { PERMISSION_NAMES } from './permissions.ts';
import { PURPOSE_NAMES } from './purposes.ts';
import { READING_NAMES } from './readings.ts';
import { WatchNameShape } from './watches.ts';

const question = <M extends Method, P extends v.GenericSchema<unknown, Params<M>>>(method: M, params: P) =>
  v.strictObject({ method: v.literal(method), params });

const purpose = v.picklist(PURPOSE_NAMES);

/** Longer than any name. */
const searchText = v.pipe(v.string(), v.maxLength(200));

const SignInShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('new') }),
  v.strictObject({ kind: v.literal('again'), accountId: v.string(), purpose }),
  v.strictObject({ kind: v.literal('add'), username: v.string() }),
  v.strictObject({ kind: v.literal('approve'), accountId: v.string(), purpose }),
]);

/** Every question with the arguments it takes; what does not fit one of them is not answered. */
export const QuestionShape = v.variant('method', [
  question('getSession', v.strictTuple([])),
  question('awaitSession', v.strictTuple([v.number()])),
  question('signIn', v.strictTuple([SignInShape])),
  question('switchAccount', v.strictTuple([v.string()])),
  question('signOut', v.strictTuple([v.array(v.string())])),
  question('endMicrosoftSession', v.strictTuple([])),
  question('setKeep', v.strictTuple([v.picklist(KEEPS)])),
  question('dismiss', v.strictTuple([])),
  ...READING_NAMES.map((name) => question(name, v.strictTuple([v.string()]))),
  question('getMoreMail', v.strictTuple([v.string(), v.string()])),
  question('openMessage', v.strictTuple([v.string(), v.string()])),
  question('getEvents', v.strictTuple([v.string(), v.number(), v.number()])),
  question('searchFiles', v.strictTuple([v.string(), searchText])),
  question('searchPeople', v.strictTuple([v.string(), searchText])),
  question('edit', v.strictTuple([v.string(), EditShape])),
  question('getLedger', v.strictTuple([v.string()])),
  question('postpone', v.strictTuple([v.string(), purpose])),
  question('setPaused', v.strictTuple([v.string(), v.picklist(PERMISSION_NAMES), v.boolean()])),
  question('getWatching', v.strictTuple([v.string()])),
  question('setWatch', v.strictTuple([v.string(), WatchNameShape, v.boolean()])),
  question('getApprovalRequest', v.strictTuple([v.string(), purpose])),
]);
