import { GraphError } from '../errors.ts';
import { asProperties, type Incoming, readJson } from '../incoming.ts';
import type { GraphAnswer } from '../routes.ts';
import { jsonType } from '../send-answer.ts';
import { asIncoming, partUrl } from './part-incoming.ts';
import { type Part, readBatch } from './read-batch.ts';

/** The path that takes batches. */
export const isBatchPath = (path: string): boolean => /^\/v1\.0\/\$batch$/i.test(path);

export interface BatchSetting {
  /** Answers a part as if it had come by itself, refusals included. */
  answerPart(incoming: Incoming): Promise<GraphAnswer>;
  describe(refusal: GraphError): GraphAnswer;
  /** Told of each part once it has its answer. */
  note(part: { method: string; path: string; status: number }): void;
}

/** An answer inside the batch's own: JSON as it is, anything else in base64 under its type. */
function describePart(id: string, { status = 200, headers = {}, body }: GraphAnswer) {
  const raw = body instanceof Uint8Array || typeof body === 'string' ? Buffer.from(body) : null;
  if (body === undefined || raw?.length === 0) return { id, status, headers };
  return {
    id,
    status,
    headers: { 'Cache-Control': 'private', ...(raw ? {} : { 'Content-Type': jsonType }), ...headers },
    body: raw ? raw.toString('base64') : body,
  };
}

/** `POST /$batch`: 200 with an answer to every part, whatever those say. */
export async function answerBatch(
  batch: Incoming,
  { answerPart, describe, note }: BatchSetting,
): Promise<GraphAnswer> {
  if (batch.method !== 'POST') {
    throw new GraphError(405, 'Request_BadRequest', `The method ${batch.method} is not allowed here.`, {
      Allow: 'POST',
    });
  }
  const failed = new Set<string>();

  async function answer(part: Part): Promise<GraphAnswer> {
    if (part.dependsOn.some((id) => failed.has(id))) {
      throw new GraphError(424, 'FailedDependency', 'A request that this one depends on has failed.');
    }
    if (isBatchPath(partUrl(part).pathname)) {
      throw new GraphError(400, 'BadRequest', 'A batch cannot be part of a batch.');
    }
    return answerPart(asIncoming(part, batch));
  }

  const responses = [];
  for (const part of readBatch(Object.fromEntries(asProperties(await readJson(batch))))) {
    const found = await answer(part).catch((error: unknown) => {
      if (error instanceof GraphError) return describe(error);
      throw error;
    });
    const { status = 200 } = found;
    if (status >= 400) failed.add(part.id);
    note({ method: part.method, path: partUrl(part).pathname, status });
    responses.push(describePart(part.id, found));
  }
  return { body: { responses } };
}
