import * as v from 'valibot';
import type { Session } from './contract.ts';
import { KEEPS } from './keep.ts';
import { ObstacleShape } from './obstacles.ts';
import { stored } from './stored.ts';

const AccountShape = v.object({
  id: v.string(),
  name: v.string(),
  username: v.string(),
  isPersonal: v.boolean(),
});

const revision = v.number();
const keep = v.picklist(KEEPS);
const told = {
  obstacle: v.exactOptional(ObstacleShape),
  farewell: v.exactOptional(v.object({ username: v.string() })),
};

const SessionShape: v.GenericSchema<unknown, Session> = v.union([
  v.object({ revision, status: v.literal('unconfigured'), redirectUri: v.string() }),
  v.object({ revision, status: v.literal('unsupported') }),
  v.object({ revision, status: v.literal('signed-out'), keep, ...told }),
  v.object({ revision, status: v.literal('signing-in'), since: v.number() }),
  v.object({
    revision,
    status: v.literal('signed-in'),
    account: AccountShape,
    accounts: v.array(AccountShape),
    keep,
    ...told,
  }),
]);

/** Where the person stood when the background last looked: what the popup begins with, before anybody has answered. */
export const face = stored('session', 'face', SessionShape);

/** Whether two sessions show the same, whenever they were. */
export function isSameFace(one: Session, other: Session): boolean {
  const drawn = (session: Session) => JSON.stringify({ ...v.parse(SessionShape, session), revision: 0 });
  return drawn(one) === drawn(other);
}
