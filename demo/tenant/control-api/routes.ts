import * as v from 'valibot';
import type { TenantControl } from '../control.ts';
import type { Person } from '../people.ts';
import { ApiError } from './api-error.ts';
import { advance, type FaultsBody, faults, nothing, scopes } from './bodies.ts';

/** What a handler works on. */
interface Call<Body> {
  control: TenantControl;
  people: readonly Person[];
  body: Body;
  /** The person whom the path names; a 404 where it names nobody. */
  person(): Person;
}

/** One line of the table: `{person}` in the path stands for a person's key. What `answer` gives is sent as JSON. */
export interface ApiRoute {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  answer(call: Call<unknown>): unknown;
}

function route<Schema extends v.GenericSchema>(
  method: ApiRoute['method'],
  path: string,
  schema: Schema,
  handler: (call: Call<v.InferOutput<Schema>>) => unknown,
): ApiRoute {
  return { method, path, answer: (call) => handler({ ...call, body: readAs(schema, call.body) }) };
}

function readAs<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const { success, output, issues } = v.safeParse(schema, body);
  if (success) return output;
  const [issue] = issues;
  const place = v.getDotPath(issue);
  throw new ApiError(400, `The body is wrong${place === null ? '' : ` at "${place}"`}: ${issue.message}`);
}

export function findPerson(people: readonly Person[], key: string, status: 400 | 404): Person {
  const person = people.find((each) => each.key === key);
  if (person) return person;
  const known = people.map((each) => each.key).join(', ');
  throw new ApiError(status, `There is nobody called "${key}", only ${known}.`);
}

function setFaults({ control, people, body }: Call<FaultsBody>): void {
  const { delay, refreshAs, ...rest } = body;
  const person = refreshAs ? findPerson(people, refreshAs, 400) : null;
  Object.assign(control.faults, rest);
  Object.assign(control.faults.delay, delay);
  if (refreshAs !== undefined) control.faults.refreshAs = person;
}

export const routes: readonly ApiRoute[] = [
  route('POST', '/reset', nothing, ({ control }) => control.reset()),
  route('GET', '/counters', nothing, ({ control }) => control.counters),
  route('GET', '/log', nothing, ({ control }) => control.log),
  route('GET', '/clock', nothing, ({ control: { clock } }) => ({ now: clock.now(), shift: clock.shift })),
  route('POST', '/clock/advance', advance, ({ control, body }) => control.clock.advance(body.milliseconds)),
  route('PATCH', '/faults', faults, setFaults),
  route('POST', '/keys/rotate', nothing, ({ control }) => control.rotateKeys()),
  route('GET', '/people', nothing, ({ people }) =>
    people.map(({ key, kind, userPrincipalName }) => ({ key, kind, userPrincipalName })),
  ),
  route('GET', '/people/{person}/consents', nothing, ({ control, person }) => [
    ...control.consents(person()),
  ]),
  route('POST', '/people/{person}/revoke-consent', scopes, ({ control, person, body }) =>
    control.revokeConsent(person(), body.scopes),
  ),
  route('POST', '/people/{person}/end-session', nothing, ({ control, person }) =>
    control.endSession(person()),
  ),
  route('POST', '/people/{person}/revoke-refresh-tokens', nothing, ({ control, person }) =>
    control.revokeRefreshTokens(person()),
  ),
  route('POST', '/people/{person}/expire-refresh-tokens', nothing, ({ control, person }) =>
    control.expireRefreshTokens(person()),
  ),
];
