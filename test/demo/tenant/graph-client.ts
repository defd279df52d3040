import { createServer } from 'node:http';
import { SignJWT } from 'jose';
import { createClock } from '../../../demo/tenant/clock.ts';
import { graphAudience } from '../../../demo/tenant/entra/mint.ts';
import { createGraph } from '../../../demo/tenant/graph/app.ts';
import type { StoreSizes } from '../../../demo/tenant/graph/stores.ts';
import { graphHost } from '../../../demo/tenant/hosts.ts';
import { createSigningKeys } from '../../../demo/tenant/keys.ts';
import { createLog } from '../../../demo/tenant/log.ts';
import { createPeople, type Person } from '../../../demo/tenant/people.ts';
import { createWorkings, resetWorkings, type Workings } from '../../../demo/tenant/workings.ts';

type Fields = Record<string, unknown>;

/** One answer of Graph, read to its end. */
export interface GraphReply {
  status: number;
  headers: Headers;
  /** Empty for a picture, which is in `bytes`. */
  body: Fields;
  bytes: Uint8Array;
  /** The items of a list; throws if the answer has none. */
  value: Fields[];
  /** `error.code` and `error.message` of a refusal. */
  error: unknown;
}

export interface Ask {
  as?: Person['key'];
  /** What the token allows, in one string. */
  scopes?: string;
  method?: string;
  headers?: Record<string, string>;
  json?: unknown;
}

/** Graph alone, on plain HTTP and with tokens of the test's own making: no sign-in stands in the way. */
export interface GraphClient {
  workings: Workings;
  /** Where it listens, for requests that are none of a client's. */
  origin: string;
  people: readonly Person[];
  person(key: Person['key']): Person;
  ask(pathOrLink: string, options?: Ask): Promise<GraphReply>;
  /** What `TenantControl.reset` does, as far as Graph is concerned. */
  reset(): void;
  stop(): Promise<void>;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readFields(text: string): Fields {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  if (!isFields(value)) throw new TypeError('not a JSON object');
  return value;
}

export async function startGraph(inboxSize?: number, sizes: StoreSizes = {}): Promise<GraphClient> {
  const clock = createClock();
  const workings = createWorkings(clock, createLog(clock));
  const people = createPeople();
  const keys = await createSigningKeys();
  const size = inboxSize === undefined ? {} : { inboxSize };
  const graph = createGraph({ people, keys, workings, ...size, ...sizes });
  const server = createServer(graph);
  // On a busy machine a request may be on its way after the five seconds that Node leaves an idle connection.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;

  const person = (key: string) => {
    const found = people.find((each) => each.key === key);
    if (!found) throw new Error(`nobody is ${key}`);
    return found;
  };
  function mintToken({ oid, tid }: Person, scopes: string): Promise<string> {
    const { kid, privateKey } = keys.current();
    const now = clock.seconds();
    const claims = { aud: graphAudience, iss: `https://sts.windows.net/${tid}/`, oid, tid, scp: scopes };
    return new SignJWT({ ...claims, iat: now, nbf: now, exp: now + 3600 })
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid })
      .sign(privateKey);
  }

  return {
    workings,
    origin,
    people,
    person,
    async ask(
      pathOrLink,
      { as = 'mira', scopes = 'Mail.ReadWrite Calendars.ReadWrite', method, headers, json } = {},
    ) {
      const response = await fetch(origin + pathOrLink.replace(`https://${graphHost}`, ''), {
        method: method ?? 'GET',
        headers: {
          Authorization: `Bearer ${await mintToken(person(as), scopes)}`,
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const isPicture = response.headers.get('content-type')?.startsWith('image/');
      const body = isPicture ? {} : readFields(new TextDecoder().decode(bytes));
      return {
        status: response.status,
        headers: response.headers,
        body,
        bytes,
        get value() {
          if (!Array.isArray(body.value)) throw new TypeError(`no list: ${JSON.stringify(body)}`);
          return body.value.filter(isFields);
        },
        error: body.error,
      };
    },
    reset: () => resetWorkings(workings),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
