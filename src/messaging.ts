import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Handlers, Method, Params, Result } from './contract.ts';
import { AppError, toAppError } from './errors.ts';
import { type Obstacle, ObstacleShape, toObstacle } from './obstacles.ts';
import { QuestionShape } from './questions.ts';
import { READING_NAMES } from './readings.ts';

const AnswerShape = v.object({ ok: v.literal(true), value: v.unknown() });
const RefusalShape = v.object({ ok: v.literal(false), obstacle: ObstacleShape });

type Envelope = { ok: true; value: unknown } | { ok: false; obstacle: Obstacle };

/** Questions that change nothing, so that they may be asked twice when the background was stopped in between. */
const REPEATABLE: ReadonlySet<Method> = new Set([
  'getSession',
  'awaitSession',
  ...READING_NAMES,
  'getMoreMail',
  'openMessage',
  'getEvents',
  'searchFiles',
  'searchPeople',
  'getLedger',
  'getWatching',
]);

/** Asks the background. Rejects with an `AppError` when it could not answer. */
export async function ask<M extends Method>(method: M, ...params: Params<M>): Promise<Result<M>> {
  const reply = await send({ method, params }, REPEATABLE.has(method) ? 1 : 0);
  if (v.is(RefusalShape, reply)) {
    const { reason, ...rest } = reply.obstacle;
    throw new AppError(reason, rest);
  }
  // The value comes from our own `Handlers`, which the compiler has held to the contract.
  if (v.is(AnswerShape, reply)) return reply.value as Result<M>;
  throw new AppError('unexpected', { cause: new Error(`No answer to ${method}`) });
}

async function send(request: { method: Method; params: unknown[] }, repeats: number): Promise<unknown> {
  const { reply, cause } = await browser.runtime.sendMessage(request).then(
    (value: unknown) => ({ reply: value, cause: undefined }),
    (thrown: unknown) => ({ reply: undefined, cause: thrown }),
  );
  // A background that is stopped with the question in hand closes the channel, which is an error; in Chromium it is
  // none, and no answer, where the background had not yet taken the question up. The next call wakes it.
  if (reply !== undefined) return reply;
  if (repeats > 0) return send(request, repeats - 1);
  throw new AppError('not-answered', { cause });
}

/**
 * Answers our own pages with these handlers, and nobody else: a message from another sender, or of another
 * shape, gets no reply. Must be called in the first turn of the background, or a wake-up message is lost.
 */
export function answer(handlers: Handlers, onBug: (error: AppError) => void): void {
  const listener = (
    message: unknown,
    sender: Runtime.MessageSender,
    sendResponse: (reply: unknown) => void,
  ) => {
    const request = isOwnPage(sender) ? readRequest(message) : null;
    if (!request) return undefined;
    carryOut(handlers, request, onBug).then(sendResponse);
    // A literal `true` keeps the channel open in every browser; a returned promise does so only in some.
    return true;
  };
  // The types allow a listener that always answers or one that never does; ours does either.
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}

/** A page in a tab has `sender.tab`, as a content script has: only the address tells them apart. */
function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}

type Request = { [M in Method]: { method: M; params: Params<M> } }[Method];

function readRequest(message: unknown): Request | null {
  const parsed = v.safeParse(QuestionShape, message);
  return parsed.success ? parsed.output : null;
}

async function carryOut(
  handlers: Handlers,
  { method, params }: Request,
  onBug: (error: AppError) => void,
): Promise<Envelope> {
  // `QuestionShape` has matched the arguments to the method, which the compiler does not follow through a union.
  const handler = handlers[method] as (...params: unknown[]) => Promise<unknown>;
  try {
    return { ok: true, value: await handler(...params) };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.reason === 'unexpected') onBug(error);
    return { ok: false, obstacle: toObstacle(error) };
  }
}
