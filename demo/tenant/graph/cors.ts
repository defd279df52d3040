import type { IncomingMessage } from 'node:http';

/** What Graph lets a script read of its answers: without these, no challenge and no `Retry-After` would get through. */
export const corsHeaders: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, Retry-After',
};

/** A CORS preflight (Fetch standard): it carries no token and asks for nothing but leave. */
export const isPreflight = (request: IncomingMessage): boolean =>
  request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;

export const preflightHeaders = (request: IncomingMessage): Record<string, string> => ({
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '',
  'Access-Control-Max-Age': '3600',
});
