import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Handlers, Method, Params, Result } from './contract.ts';
import { EditShape } from './edits.ts';
import { AppError, toAppError } from './errors.ts';
import { type Obstacle, ObstacleShape, toObstacle } from './obstacles.ts';
import { PERMISSION_NAMES } from './permissions.ts';
import { PURPOSE_NAMES } from './purposes.ts';
import { READING_NAMES } from './readings.ts';
import { KEEPS } from './storage.ts';

const question = <M extends Method, P extends v.GenericSchema<unknown, Params<M>>>(method: M, params: P) =>
  v.strictObject({ method: v.literal(method), params });

const purpose = v.picklist(PURPOSE_NAMES);

/** Longer than any name. */
const searchText = v.pipe(v.string(), v.maxLength(200));

const SignInShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('new') }),
  v.strictObject({ kind: v.literal('again'), accountId: v.string(), purpose }),
  v.strictObject({ kind: v.literal('add'), username: v.string() }),
  v.strictObject({ kind: v.literal('approve'), accountId: v.string(), purpose }),
]);

/** Every question with the arguments it takes; what does not fit one of them is not answered. */
const RequestShape = v.variant('method', [
  question('getSession', v.strictTuple([])),
  question('awaitSession', v.strictTuple([v.number()])),
  question('signIn', v.strictTuple([SignInShape])),
  question('switchAccount', v.strictTuple([v.string()])),
  question('signOut', v.strictTuple([v.array(v.string())])),
  question('endMicrosoftSession', v.strictTuple([])),
  question('setKeep', v.strictTuple([v.picklist(KEEPS)])),
  question('dismiss', v.strictTuple([])),
  ...READING_NAMES.map((name) => question(name, v.strictTuple([v.string()]))),
  question('getMoreMail', v.strictTuple([v.string(), v.string()])),
  question('openMessage', v.strictTuple([v.string(), v.string()])),
  question('getEvents', v.strictTuple([v.string(), v.number(), v.number()])),
  question('searchFiles', v.strictTuple([v.string(), searchText])),
  question('searchPeople', v.strictTuple([v.string(), searchText])),
  question('edit', v.strictTuple([v.string(), EditShape])),
  question('getLedger', v.strictTuple([v.string()])),
  question('postpone', v.strictTuple([v.string(), purpose])),
  question('setPaused', v.strictTuple([v.string(), v.picklist(PERMISSION_NAMES), v.boolean()])),
  question('getApprovalRequest', v.strictTuple([v.string(), purpose])),
]);

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
  try {
    return await browser.runtime.sendMessage(request);
  } catch (cause) {
    // A background that is stopped with the question in hand closes the channel; the next call wakes it.
    if (repeats > 0) return send(request, repeats - 1);
    throw new AppError('not-answered', { cause });
  }
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
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL(''));
}

type Request = { [M in Method]: { method: M; params: Params<M> } }[Method];

function readRequest(message: unknown): Request | null {
  const parsed = v.safeParse(RequestShape, message);
  return parsed.success ? parsed.output : null;
}

async function carryOut(
  handlers: Handlers,
  { method, params }: Request,
  onBug: (error: AppError) => void,
): Promise<Envelope> {
  // `RequestShape` has matched the arguments to the method, which the compiler does not follow through a union.
  const handler = handlers[method] as (...params: unknown[]) => Promise<unknown>;
  try {
    return { ok: true, value: await handler(...params) };
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.reason === 'unexpected') onBug(error);
    return { ok: false, obstacle: toObstacle(error) };
  }
}
