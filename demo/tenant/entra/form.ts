import type { IncomingMessage } from 'node:http';
import { readBody } from '../read-body.ts';

/** The fields of a posted form. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams(await readBody(request));
