import * as v from 'valibot';
import type { Order } from './orders.ts';
import { type Tenant, TenantShape } from './tenant-shape.ts';

/** What went wrong, in a sentence to show. `isKeyWrong`: nothing will go right with this key. */
export class ApiFailure extends Error {
  readonly isKeyWrong: boolean;

  constructor(message: string, isKeyWrong = false) {
    super(message);
    this.name = 'ApiFailure';
    this.isKeyWrong = isKeyWrong;
  }
}

/** The control API, asked with the key. Every failure is an `ApiFailure`. */
export interface Api {
  readState(): Promise<Tenant>;
  send(order: Order): Promise<unknown>;
}

const Refusal = v.object({ error: v.string() });
const patienceMs = 10_000;

async function readAnswer(response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const said = v.safeParse(Refusal, body);
  const words = said.success ? said.output.error : `The tenant answered with ${response.status}.`;
  throw new ApiFailure(words, response.status === 401);
}

/** `base` is empty on the page, which is the control API's own. */
export function createApi(key: string, base = ''): Api {
  async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(base + path, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    }).catch(() => null);
    if (!response) throw new ApiFailure('The tenant does not answer. Is npm start still running?');
    return readAnswer(response);
  }
  return {
    async readState() {
      const state = v.safeParse(TenantShape, await ask('GET', '/state'));
      if (state.success) return state.output;
      throw new ApiFailure('The tenant’s state is not what this page knows. Reload the page.');
    },
    send: ({ method, path, body }) => ask(method, path, body),
  };
}
