import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';

/** One request as it may be shown to anybody: no query, no body, no token. */
export interface LogEntry {
  /** ISO time of arrival, by the tenant's clock. */
  at: string;
  host: string;
  method: string;
  path: string;
  grantType?: string;
  scopes?: string;
  origin?: string;
  /** The key of whoever's code or refresh token was sent, or of whoever came to sign in by an authorization request. */
  person?: string;
  /** The number of the failure that was answered, at the token endpoint or in the end at the authorization endpoint. */
  aadsts?: number;
  /** Part of a batch, whose own entry comes before. */
  isPart?: true;
  /** Null until the answer begins, and for good if the client hung up before. */
  readonly status: number | null;
}

type Details = Pick<LogEntry, 'grantType' | 'scopes' | 'person' | 'aadsts'>;

/** What the tenant was asked, in order of arrival. */
export interface RequestLog {
  readonly entries: LogEntry[];
  /** Starts an entry; its status follows with the answer. */
  begin(request: IncomingMessage, response: ServerResponse, host: string): void;
  /** An entry for a part of a batch, which has its answer already. */
  addPart(part: Pick<LogEntry, 'host' | 'method' | 'path' | 'status'>): void;
  /** Adds what only the endpoint itself can tell. */
  note(request: IncomingMessage, details: Details): void;
  /** A name by which later requests, those of the pages, can add to the entry of this one. */
  ticketOf(request: IncomingMessage): string;
  noteByTicket(ticket: string, details: Details): void;
  clear(): void;
}

/** The path without its query and without the id of a sign-in under way. */
function nameless(url: string): string {
  const [path = '/'] = url.split('?', 1);
  return path.replace(/^(\/common\/(?:login|oauth2\/v2\.0\/authorize))\/.+$/i, '$1/{id}');
}

export function createLog(clock: Clock): RequestLog {
  const entries: LogEntry[] = [];
  const byRequest = new WeakMap<IncomingMessage, LogEntry>();
  const byTicket = new Map<string, LogEntry>();
  return {
    entries,
    begin(request, response, host) {
      const entry: LogEntry = {
        at: new Date(clock.now()).toISOString(),
        host,
        method: request.method ?? 'GET',
        path: nameless(request.url ?? '/'),
        ...(request.headers.origin === undefined ? {} : { origin: request.headers.origin }),
        get status() {
          return response.headersSent ? response.statusCode : null;
        },
      };
      entries.push(entry);
      byRequest.set(request, entry);
    },
    addPart({ host, method, path, status }) {
      entries.push({
        at: new Date(clock.now()).toISOString(),
        host,
        method,
        path: nameless(path),
        isPart: true,
        status,
      });
    },
    note(request, details) {
      const entry = byRequest.get(request);
      if (entry) Object.assign(entry, details);
    },
    ticketOf(request) {
      const ticket = crypto.randomUUID();
      const entry = byRequest.get(request);
      if (entry) byTicket.set(ticket, entry);
      return ticket;
    },
    noteByTicket(ticket, details) {
      const entry = byTicket.get(ticket);
      if (entry) Object.assign(entry, details);
    },
    clear() {
      entries.length = 0;
      byTicket.clear();
    },
  };
}
