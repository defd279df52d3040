import { createHash } from 'node:crypto';
import { GraphError } from './errors.ts';

/** Both names of one item; which of them an answer shows is the asker's choice (`Prefer: IdType`). */
export interface ItemIds {
  rest: string;
  immutable: string;
}

const digest = (...parts: string[]): Buffer => createHash('sha256').update(parts.join('\n')).digest();
const encode = (...parts: (Uint8Array | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part)))
    .toString('base64')
    .replaceAll('/', '-')
    .replaceAll('+', '_');

function number32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

const restHead = (mailbox: string) => [Buffer.from([0, 3, 0x24, 0]), Buffer.from(mailbox, 'ascii')];
const immutableHead = Buffer.from('0009002e00000000001d840311aa6611cd9bc800aa002fc45a0d00', 'hex');

const mailboxParts = new Map<string, { store: Buffer; replica: Buffer }>();

/** What all ids of a mailbox share, worked out once. */
function partsOf(mailbox: string): { store: Buffer; replica: Buffer } {
  const known = mailboxParts.get(mailbox);
  if (known) return known;
  const parts = {
    store: digest(mailbox, 'store').subarray(0, 16),
    replica: digest(mailbox, 'replica').subarray(0, 16),
  };
  mailboxParts.set(mailbox, parts);
  return parts;
}

/**
 * The ids of the item with that number in that mailbox. They are shaped as Exchange's are, with letters of both cases
 * and a `=` at the end, so that whoever lowers the case or forgets to encode them finds out here.
 */
export function createItemIds(mailbox: string, number: number): ItemIds {
  const { store, replica } = partsOf(mailbox);
  const item = number32(0x1afd_0000 + number);
  return {
    rest: encode(
      ...restHead(mailbox),
      [0, 0x46, 0, 0, 0, 0, 0],
      store,
      [7, 0],
      replica,
      [0, 0, 0, 0, 1, 0x0c, 0, 0],
      replica,
      [0, 0],
      item,
      [0, 0],
    ),
    immutable: encode(immutableHead, replica, [0, 0], item, [0, 0]),
  };
}

/** The id of a folder: the same in both forms, as for every container. */
export const createFolderId = (mailbox: string, name: string): string =>
  encode(
    ...restHead(mailbox),
    [0, 0x2e, 0, 0, 0, 0, 0],
    digest(mailbox, 'store').subarray(0, 16),
    [1, 0],
    digest(mailbox, 'replica').subarray(0, 16),
    [0, 0, 0, 0, 1],
    digest(name).subarray(0, 1),
    [0, 0],
  );

/** The id of a conversation: shaped as the others, and of no use to any route here. */
export const createConversationId = (mailbox: string, topic: string): string =>
  encode(
    [0, 4, 0x24, 0],
    Buffer.from(mailbox, 'ascii'),
    [0, 0x10, 0],
    digest(mailbox, topic).subarray(0, 16),
  );

/** The key of one version of an item: another with every change. */
export const createChangeKey = (id: string, version: number): string =>
  Buffer.concat([
    Buffer.from([9, 0, 0, 0, 0x16, 0, 0, 0]),
    digest(id, String(version)).subarray(0, 22),
  ]).toString('base64');

/** An id out of a path: 400 for what cannot be one (an id that was not percent-encoded whole, for instance). */
export function readItemId(segment: string): string {
  try {
    const id = decodeURIComponent(segment);
    if (/^[\w-]{40,}={0,2}$/.test(id)) return id;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
}

/** What Exchange says of an item or a folder that is not there. */
export const itemNotFound = (): GraphError =>
  new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
