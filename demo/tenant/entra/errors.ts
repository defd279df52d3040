import { entraHost } from '../hosts.ts';

interface Details {
  suberror?: string;
  claims?: string;
}

/** How a failure gets to whoever asked. */
interface Delivery {
  /** HTTP status of the token answer. */
  status?: number;
  /** Headers of the token answer. */
  headers?: Readonly<Record<string, string>>;
  /** At the authorization endpoint: the app is never told. */
  isForPage?: boolean;
  /** The page has a way back, which looks like a cancelled sign-in. */
  leadsBack?: boolean;
}

/**
 * A failure in Entra's words: an OAuth error code and an AADSTS number (Microsoft, "Error codes"). The core passes on
 * whatever has `expose` and `statusCode`, so this one travels through it unharmed, and by redirect if it may.
 */
export class EntraError extends Error {
  readonly expose = true;
  readonly statusCode = 400;
  /** The core's own name for it. */
  readonly allow_redirect: boolean;
  readonly error: string;
  readonly aadsts: number;
  readonly text: string;
  readonly details: Details;
  readonly delivery: Required<Delivery>;

  constructor(error: string, aadsts: number, text: string, details: Details = {}, delivery: Delivery = {}) {
    super(error);
    this.name = 'EntraError';
    this.error = error;
    this.aadsts = aadsts;
    this.text = text;
    this.details = details;
    this.delivery = { status: 400, headers: {}, isForPage: false, leadsBack: false, ...delivery };
    this.allow_redirect = !this.delivery.isForPage;
  }
}

/** The numbers Entra puts on every failure, so that a person can quote them to support. */
export interface Trace {
  traceId: string;
  correlationId: string;
  /** `2031-04-05 06:07:08Z` */
  timestamp: string;
}

/** The client's own request id is the correlation id, where it sent one. */
export function createTrace(now: number, clientRequestId: string | undefined): Trace {
  return {
    traceId: crypto.randomUUID(),
    correlationId: clientRequestId || crypto.randomUUID(),
    timestamp: `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`,
  };
}

const describe = (failure: EntraError, trace: Trace, separator: string) =>
  [
    `AADSTS${failure.aadsts}: ${failure.text}`,
    `Trace ID: ${trace.traceId}`,
    `Correlation ID: ${trace.correlationId}`,
    `Timestamp: ${trace.timestamp}`,
  ].join(separator);

const errorUri = (failure: EntraError) => `https://${entraHost}/error?code=${failure.aadsts}`;

/** The token endpoint's error body, as recorded from Entra. */
export function describeTokenError(failure: EntraError, trace: Trace) {
  return {
    error: failure.error,
    error_description: describe(failure, trace, '\r\n'),
    error_codes: [failure.aadsts],
    timestamp: trace.timestamp,
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    error_uri: errorUri(failure),
    ...failure.details,
  };
}

/** The parameters of an error redirect, `state` apart. */
export function describeRedirectError(failure: EntraError, trace: Trace): Record<string, string> {
  return {
    error: failure.error,
    error_description: describe(failure, trace, ' '),
    error_uri: errorUri(failure),
    ...failure.details,
  };
}
