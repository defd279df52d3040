import * as v from 'valibot';
import { AppError, toAppError } from '../../src/errors.ts';
import { describe } from './client.ts';
import type { GraphAnswer } from './request.ts';

/** Of a Graph resource, what is read of it: a property that Microsoft's types do not have does not compile. */
export type Shape<Resource> = { [Name in keyof Resource]?: v.GenericSchema };

/**
 * The body of an answer, in the shape that was asked for. What was asked for by its id and is not there is a reason of
 * its own; any other answer that does not fit is Microsoft's fault, or of whoever answered in its place.
 * @throws AppError `not-found`, `microsoft-unavailable` or `network-sign-in`
 */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, answer: GraphAnswer): T {
  confirm(answer);
  const body = v.safeParse(schema, answer.body);
  if (!body.success) throw new AppError('microsoft-unavailable', describe(answer));
  return body.output;
}

/**
 * That Graph has done what it was asked to, whether it says more or not.
 * @throws AppError `not-found`, `microsoft-unavailable` or `network-sign-in`
 */
export function confirm(answer: GraphAnswer): void {
  const { status, body } = answer;
  if (isGone(answer)) throw new AppError('not-found', describe(answer));
  if (status < 200 || status >= 300) throw new AppError('microsoft-unavailable', describe(answer));
  // Hotel and airport networks answer for Microsoft with a page of their own, and say that all is well.
  if (body instanceof Uint8Array) throw new AppError('network-sign-in', describe(answer));
}

export function isGone({ status }: GraphAnswer): boolean {
  return status === 404 || status === 410;
}

/**
 * What to go on with where an answer is no reason to do without the others. A bug must not hide behind it.
 * @throws whatever is no AppError
 */
export function standIn<T>(value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (toAppError(thrown).reason === 'unexpected') throw thrown;
    return value;
  };
}

/** A page of a list (OData `value`). One entry of another shape is left out, and not the whole list with it. */
export function listOf<T>(entry: v.GenericSchema<unknown, T>) {
  return v.object({ value: manyOf(entry), '@odata.nextLink': nullableText });
}

/** The entries of a list that have that shape. */
export function manyOf<T>(entry: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((values) =>
      values.flatMap((value) => {
        const parsed = v.safeParse(entry, value);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );
}

export const nullableText = v.nullish(v.string(), null);

/** A moment as OData writes it (`2026-03-01T09:30:00Z`), as epoch milliseconds. */
export const isoTime = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number(),
);
