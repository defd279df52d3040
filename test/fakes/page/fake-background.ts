import type { Handlers, Method, Params, Result } from '../../../src/contract.ts';
import { AppError, type Reason } from '../../../src/errors.ts';
import { answer } from '../../../src/messaging.ts';
import { page } from './fake-page.ts';

/** A question that the background has been asked. It stays unanswered until the test answers it. */
export interface Asked<M extends Method = Method> {
  method: M;
  params: Params<M>;
  answer(value: Result<M>): void;
  refuse(reason: Reason): void;
}

interface Waiting {
  method: Method;
  resolve(asked: Asked): void;
}

let waiting: Waiting[] = [];
let open: Asked[] = [];

/** What the tests set and look at. */
export const background = {
  /** Every question so far, in order. */
  log: [] as { method: Method; params: unknown[] }[],
  /** Questions that are answered at once, where the test says how. */
  answers: {} as Partial<Handlers>,
};

/** Starts a background that hears what the page asks. Ask it by messages, as the page does. */
export function startBackground(): void {
  waiting = [];
  open = [];
  background.log = [];
  background.answers = {};
  const handlers = new Proxy({} as Handlers, {
    get:
      (_, method: Method) =>
      (...params: unknown[]) =>
        hear(method, params),
  });
  answer(handlers, () => undefined);
}

/** Ends the background: nobody hears what is asked from now on. */
export function stopBackground(): void {
  page.listeners.length = 0;
}

/** The oldest question of that name that nobody has answered or taken yet, once there is one. */
export function question<M extends Method>(method: M): Promise<Asked<M>> {
  return new Promise((resolve) => {
    const found = open.find((each) => each.method === method);
    open = open.filter((each) => each !== found);
    // A question has the parameters and the answer of its name.
    const take = resolve as unknown as Waiting['resolve'];
    if (found) take(found);
    else waiting.push({ method, resolve: take });
  });
}

/** The parameters of every question of that name so far. */
export function asked<M extends Method>(method: M): Params<M>[] {
  return background.log.filter((each) => each.method === method).map(({ params }) => params as Params<M>);
}

function hear(method: Method, params: unknown[]): Promise<unknown> {
  background.log.push({ method, params });
  const known = background.answers[method] as ((...params: unknown[]) => Promise<unknown>) | undefined;
  if (known) return known(...params);
  return new Promise((resolve, reject) => {
    const question = {
      method,
      params,
      answer: resolve,
      refuse: (reason: Reason) => reject(new AppError(reason)),
    } as Asked;
    const first = waiting.find((each) => each.method === method);
    waiting = waiting.filter((each) => each !== first);
    if (first) first.resolve(question);
    else open.push(question);
  });
}
