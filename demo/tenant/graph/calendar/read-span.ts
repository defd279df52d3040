import { GraphError } from '../errors.ts';
import type { QueryOptions } from '../query-options.ts';
import type { Span } from './dates.ts';

function readInstant(options: QueryOptions, name: 'StartDateTime' | 'EndDateTime'): number {
  const text = options.get(name.toLowerCase()) ?? '';
  // Without an offset it is UTC ("List calendarView"), where JavaScript would take it for the machine's own time.
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/i.test(text) || !text.includes('T');
  const instant = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(hasOffset ? text : `${text}Z`) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  throw new GraphError(
    400,
    'ErrorInvalidParameter',
    `The value '${text}' of parameter '${name}' is invalid.`,
  );
}

/** The time that a view is of: both ends, no more than five years from each other. */
export function readSpan(options: QueryOptions): Span {
  if (!options.get('startdatetime') || !options.get('enddatetime')) {
    const message =
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.';
    throw new GraphError(400, 'ErrorInvalidParameter', message);
  }
  const span = { start: readInstant(options, 'StartDateTime'), end: readInstant(options, 'EndDateTime') };
  if (span.end < span.start) {
    throw new GraphError(400, 'ErrorInvalidParameter', 'StartDateTime must not be after EndDateTime.');
  }
  if (span.end - span.start > 1825 * 86_400_000) {
    const message =
      "Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: 1825";
    throw new GraphError(400, 'ErrorInvalidRequest', message);
  }
  return span;
}
