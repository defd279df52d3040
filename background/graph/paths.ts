import { AppError } from '../../src/errors.ts';

/** `path?$select=…` with the names of a schema's entries, and the other OData options. */
export function query(path: `/${string}`, schema: { entries: object }, options: Record<string, string> = {}) {
  return withOptions(path, { $select: Object.keys(schema.entries).join(','), ...options });
}

/** A path with OData options. Spaces are `%20`: a `+` is a space in forms, and in OData not for everybody. */
export function withOptions(path: `/${string}`, options: Record<string, string>) {
  return `${path}?${new URLSearchParams(options).toString().replaceAll('+', '%20')}` as const;
}

/**
 * An id as one segment of a path. Ids are opaque (Microsoft), but one that is no name of its own, as `..`, would lead
 * to another resource.
 * @throws AppError `not-found`
 */
export function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new AppError('not-found', { detail: 'id' });
  // A half of a character cannot be encoded, and is part of no id.
  if (/\p{Cs}/u.test(id)) throw new AppError('not-found', { detail: 'id' });
  return encodeURIComponent(id);
}
