import { GraphError } from '../errors.ts';
import { asProperties } from '../incoming.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { messageEtag } from './describe-message.ts';
import { readFlag, unknownBodyProperty } from './flag.ts';
import type { Message } from './message.ts';
import { messageType } from './message-type.ts';
import { prepareAnswer, requireMessage } from './read-message.ts';

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

/** `If-Match`: a change of another version than the one that stands is Exchange's conflict. */
function checkMatch(header: string | null, message: Message): void {
  if (header === null || header === '*' || header === messageEtag(message)) return;
  const text =
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.';
  throw new GraphError(412, 'ErrorIrresolvableConflict', text);
}

/** `PATCH /me/messages/{id}`: changes all of it or, where anything is wrong with the body, nothing. */
export async function patchMessage(request: GraphRequest): Promise<GraphAnswer> {
  const message = requireMessage(request);
  const answer = prepareAnswer(request);
  checkMatch(request.header('if-match'), message);
  const changes = [...asProperties(await request.readJson())].map(([name, value]) =>
    readChange(name, value, request.now),
  );
  request.mailbox().change(message, Object.assign({}, ...changes), request.now);
  return answer(message);
}
