import * as v from 'valibot';
import type { TenantControl } from '../control.ts';
import type { Person } from '../people.ts';
import { ApiError } from './api-error.ts';

/** What a handler works on. */
export interface Call<Body> {
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

/** A route whose handler gets a body that fits the schema; any other is refused with a sentence about it. */
export function route<Schema extends v.GenericSchema>(
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

/** The person of that key, or a refusal. */
export function findPerson(people: readonly Person[], key: string, status: 400 | 404): Person {
  const person = people.find((each) => each.key === key);
  if (person) return person;
  const known = people.map((each) => each.key).join(', ');
  throw new ApiError(status, `There is nobody called "${key}", only ${known}.`);
}
