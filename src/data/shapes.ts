import * as v from 'valibot';

/** Milliseconds since 1970. Graph's times may be older than that. */
export const epochMs = v.pipe(v.number(), v.finite());

export const textOrNull = v.nullable(v.string());

/** A day in this computer's calendar, wherever that is: `2026-03-01`. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/));
