import type { GraphAnswer } from './routes.ts';

/** A refusal in Graph's words (Microsoft Graph, "Error responses and resource types"). */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'GraphError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** How the directory refuses a token that lacks the permission. */
export const insufficientPrivileges = (): GraphError =>
  new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');

/** How Exchange refuses one, or a property that the permission does not reach. */
export const accessDenied = (): GraphError =>
  new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

/** The answer that carries a refusal: `error.code`, `error.message` and the numbers to quote. */
export function describeGraphError(
  { status, code, message, headers }: GraphError,
  trace: { now: number; requestId: string; clientRequestId: string },
): GraphAnswer {
  return {
    status,
    headers,
    body: {
      error: {
        code,
        message,
        innerError: {
          date: new Date(trace.now).toISOString().slice(0, 19),
          'request-id': trace.requestId,
          'client-request-id': trace.clientRequestId,
        },
      },
    },
  };
}
