import { GraphError } from '../errors.ts';

interface ZonedTime {
  dateTime: string;
  timeZone: string;
}

/** Graph's `followupFlag`. */
export interface Flag {
  flagStatus: 'notFlagged' | 'flagged' | 'complete';
  startDateTime?: ZonedTime;
  dueDateTime?: ZonedTime;
  completedDateTime?: ZonedTime;
}

const refuse = (message: string) => new GraphError(400, 'RequestBodyRead', message);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readTime(value: unknown): ZonedTime {
  if (isRecord(value) && typeof value.dateTime === 'string' && typeof value.timeZone === 'string') {
    return { dateTime: value.dateTime, timeZone: value.timeZone };
  }
  throw refuse("Cannot convert the value to the expected type 'microsoft.graph.dateTimeTimeZone'.");
}

/** Reads the `flag` of a PATCH. The day of completion is the tenant's own, unless one was given. */
export function readFlag(value: unknown, now: number): Flag {
  if (!isRecord(value))
    throw refuse("Cannot convert the value to the expected type 'microsoft.graph.followupFlag'.");
  const known = ['flagStatus', 'startDateTime', 'dueDateTime', 'completedDateTime', '@odata.type'];
  const strange = Object.keys(value).find((name) => !known.includes(name));
  if (strange !== undefined) throw unknownBodyProperty(strange, 'microsoft.graph.followupFlag');
  const { flagStatus, startDateTime, dueDateTime, completedDateTime } = value;
  if (flagStatus !== 'notFlagged' && flagStatus !== 'flagged' && flagStatus !== 'complete') {
    throw refuse(
      `Cannot convert the literal '${flagStatus}' to the expected type 'microsoft.graph.followupFlagStatus'.`,
    );
  }
  if (flagStatus === 'notFlagged') return { flagStatus };
  if (flagStatus === 'complete') {
    const midnight = `${new Date(now).toISOString().slice(0, 10)}T00:00:00.0000000`;
    const given = completedDateTime ?? { dateTime: midnight, timeZone: 'UTC' };
    return { flagStatus, completedDateTime: readTime(given) };
  }
  if (dueDateTime == null) return { flagStatus };
  // followupFlag resource type: a due date without a start is a 400.
  if (startDateTime == null) {
    throw new GraphError(
      400,
      'ErrorInvalidArgument',
      'The request contains an invalid argument: DueDateTime.',
    );
  }
  return { flagStatus, startDateTime: readTime(startDateTime), dueDateTime: readTime(dueDateTime) };
}

/** A body's property that its type does not have. */
export const unknownBodyProperty = (name: string, type: string): GraphError =>
  refuse(
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`,
  );
