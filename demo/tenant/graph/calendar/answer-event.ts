import { GraphError } from '../errors.ts';
import { asProperties } from '../incoming.ts';
import { itemNotFound, readItemId } from '../item-id.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import type { EventAnswer } from './calendar-store.ts';

const answers: Readonly<Record<string, EventAnswer>> = {
  accept: 'accepted',
  tentativelyaccept: 'tentativelyAccepted',
  decline: 'declined',
};

const types: Readonly<Record<string, string>> = {
  sendresponse: 'boolean',
  comment: 'string',
  proposednewtime: 'object',
};

/** Refuses what is none of the action's parameters. Microsoft's own pages write them in either case. */
function checkBody(body: unknown): void {
  for (const [name, value] of asProperties(body)) {
    const type = types[name.toLowerCase()];
    if (type === undefined) {
      const message = `The parameter '${name}' in the request payload is not a valid parameter for the operation.`;
      throw new GraphError(400, 'RequestBodyRead', message);
    }
    if (typeof value !== type) {
      throw new GraphError(
        400,
        'RequestBodyRead',
        `Cannot convert the value of '${name}' to the expected type.`,
      );
    }
  }
}

const refuse = (why: string) =>
  new GraphError(400, 'ErrorInvalidRequest', `Your request can't be completed. ${why}`);

/** `POST /me/events/{id}/accept`, `tentativelyAccept` and `decline`: 202 and nothing more. */
export async function answerEvent(request: GraphRequest): Promise<GraphAnswer> {
  const { match, mailbox, now } = request;
  const event = mailbox().findEvent(readItemId(match.groups?.id ?? ''));
  if (!event) throw itemNotFound();
  checkBody(await request.readJson());
  if (event.isOrganizer) {
    throw refuse("You can't respond to this meeting because you're the meeting organizer.");
  }
  const answer = answers[match.groups?.answer?.toLowerCase() ?? ''];
  if (answer === undefined) throw itemNotFound();
  mailbox().answerEvent(event, answer, now);
  return { status: 202 };
}
