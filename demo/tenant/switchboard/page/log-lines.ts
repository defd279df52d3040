import { readPath } from '../../entra/paths.ts';
import { graphHost } from '../../hosts.ts';
import { firstName } from './account-levers.ts';
import type { Entry, Person } from './tenant-shape.ts';

/** Something that this page did, for its place among the requests. */
export interface Mark {
  /** Milliseconds, by the tenant's clock. */
  at: number;
  text: string;
}

/** One request, in the words of the log. */
export interface LogLine {
  at: number;
  who: string;
  what: string;
  /** One request that only asks whether another is allowed. */
  isPreflight: boolean;
  scopes: string[];
  /** Null: no answer, or none yet. */
  status: number | null;
  aadsts: number | null;
}

const endpointNames = {
  authorize: 'authorize',
  token: 'token',
  logout: 'sign-out',
  keys: 'signing keys',
  configuration: 'discovery',
  adminconsent: 'administrator’s consent',
};
const grantNames: Readonly<Record<string, string>> = {
  authorization_code: 'token · code',
  refresh_token: 'token · refresh',
};

function describeRequest({ host, method, path, grantType }: Entry): string {
  if (host === graphHost) return `Graph ${method} ${path}`;
  const endpoint = readPath(path)?.endpoint;
  if (endpoint === 'token' && grantType !== undefined) return grantNames[grantType] ?? `token · ${grantType}`;
  if (endpoint) return endpointNames[endpoint];
  if (path.startsWith('/common/login/')) return method === 'POST' ? 'sign-in page · answer' : 'sign-in page';
  if (path.startsWith('/common/oauth2/v2.0/authorize/')) return 'authorize · back from the page';
  return `${method} ${path}`;
}

export function toLine(entry: Entry, people: readonly Person[]): LogLine {
  const person = people.find(({ key }) => key === entry.person);
  const scopes = (entry.scopes ?? '').split(' ').filter(Boolean);
  return {
    at: Date.parse(entry.at),
    who: person ? firstName(person) : '',
    what: describeRequest(entry),
    isPreflight: entry.method === 'OPTIONS',
    scopes: scopes.map((scope) => scope.replace(`https://${graphHost}/`, '')),
    status: entry.status,
    aadsts: entry.aadsts ?? null,
  };
}

/** Requests and what was done here in one order, the latest first. */
export function mergeLog(lines: readonly LogLine[], marks: readonly Mark[]): (LogLine | Mark)[] {
  return [...lines, ...marks].sort((one, other) => one.at - other.at).reverse();
}
