import { readBody } from '../../read-body.ts';
import { GraphError } from '../errors.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readFlag, unknownBodyProperty } from './flag.ts';
import type { Message } from './message.ts';
import { messageType } from './message-type.ts';
import { prepareAnswer, requireMessage } from './read-message.ts';

const notJson = () =>
  new GraphError(
    400,
    'BadRequest',
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );

async function readChanges({ request }: GraphRequest): Promise<[string, unknown][]> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw notJson();
  const text = await readBody(request).catch((error: unknown) => {
    if (error instanceof RangeError) throw new GraphError(413, 'RequestEntityTooLarge', error.message);
    throw error;
  });
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw notJson();
}

function readBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new GraphError(
    400,
    'RequestBodyRead',
    `Cannot convert the literal '${String(value)}' to the expected type 'Edm.Boolean'.`,
  );
}

/** What one property of the body changes; everything but `isRead` and `flag` is as good as read-only here. */
function readChange(name: string, value: unknown, now: number): Partial<Message> {
  if (name === 'isRead') return { isRead: readBoolean(value) };
  if (name === 'flag') return { flag: readFlag(value, now) };
  if (name.startsWith('@odata.')) return {};
  const { type, properties, onDemand = [] } = messageType;
  if (![...properties, ...onDemand].includes(name)) throw unknownBodyProperty(name, type);
  throw new GraphError(400, 'ErrorInvalidPropertySet', 'Set action is invalid for property.');
}

/** `PATCH /me/messages/{id}`: changes all of it or, where anything is wrong with the body, nothing. */
export async function patchMessage(request: GraphRequest): Promise<GraphAnswer> {
  const message = requireMessage(request);
  const answer = prepareAnswer(request);
  const changes = (await readChanges(request)).map(([name, value]) => readChange(name, value, request.now));
  Object.assign(message, ...changes);
  message.version += 1;
  message.modified = request.now;
  return answer(message);
}
