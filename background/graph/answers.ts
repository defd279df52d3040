import * as v from 'valibot';
import { AppError } from '../../src/errors.ts';
import { type HttpAnswer, readJson } from '../http.ts';
import { describe } from './client.ts';

/**
 * The body of an answer, in the shape that was asked for. What was asked for by its id and is not there is a reason of
 * its own; any other answer that does not fit is Microsoft's fault, or of whoever answered in its place.
 * @throws AppError `not-found`, `microsoft-unavailable` or `network-sign-in`
 */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, answer: HttpAnswer): T {
  if (answer.status === 404 || answer.status === 410) throw new AppError('not-found', describe(answer));
  const body = v.safeParse(schema, answer.status === 200 ? readJson(answer) : null);
  if (!body.success) throw new AppError('microsoft-unavailable', describe(answer));
  return body.output;
}

/** A page of a list (OData `value`). One entry of another shape is left out, and not the whole list with it. */
export function listOf<T>(entry: v.GenericSchema<unknown, T>) {
  const entries = v.pipe(
    v.array(v.unknown()),
    v.transform((values) =>
      values.flatMap((value) => {
        const parsed = v.safeParse(entry, value);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );
  return v.object({ value: entries, '@odata.nextLink': nullableText });
}

/** `path?$select=…` with the names of a schema's entries, and the other OData options. */
export function query(path: `/${string}`, schema: { entries: object }, options: Record<string, string> = {}) {
  const params = new URLSearchParams({ $select: Object.keys(schema.entries).join(','), ...options });
  return `${path}?${params}` as const;
}

export const nullableText = v.nullish(v.string(), null);
