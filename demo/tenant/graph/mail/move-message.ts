import { GraphError } from '../errors.ts';
import { asProperties } from '../incoming.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { unknownBodyProperty } from './flag.ts';
import { readFolderName } from './folders.ts';
import { prepareAnswer, requireMessage } from './read-message.ts';

/** `POST /me/messages/{id}/move`: the message under its new id, at its new place. */
export async function moveMessage(request: GraphRequest): Promise<GraphAnswer> {
  const message = requireMessage(request);
  const answer = prepareAnswer(request);
  const body = asProperties(await request.readJson());
  const strange = [...body.keys()].find((name) => !/^destinationId$/i.test(name));
  if (strange !== undefined) throw unknownBodyProperty(strange, 'move');
  const [destination] = body.values();
  if (typeof destination !== 'string' || destination === '') {
    throw new GraphError(400, 'ErrorInvalidRequest', 'The destination folder was not given.');
  }
  const mailbox = request.mailbox();
  mailbox.move(message, readFolderName(destination, mailbox.folderIds), request.now);
  return { ...answer(message), status: 201 };
}
