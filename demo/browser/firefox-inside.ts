import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';

const contextsSchema = v.object({
  result: v.object({ contexts: v.array(v.object({ context: v.string() })) }),
});
const answerSchema = v.object({
  result: v.object({
    type: v.string(),
    result: v.optional(v.object({ value: v.fallback(v.optional(v.string()), undefined) })),
    exceptionDetails: v.optional(v.object({ text: v.string() })),
  }),
});

/**
 * Runs a function, given as text, in the window of Firefox itself, where its own modules are at hand, and gives the
 * text that it returns; empty where it returns none. That is what `--remote-allow-system-access` allows; puppeteer has no word for it, so it is said in plain WebDriver BiDi.
 */
export async function runInsideFirefox(browser: Browser, source: string, argument: string): Promise<string> {
  const tree = await send(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const [window] = v.parse(contextsSchema, tree).result.contexts;
  if (!window) throw new Error('Firefox has no window of its own left.');
  const answer = await send(browser, 'script.callFunction', {
    functionDeclaration: source,
    arguments: [{ type: 'string', value: argument }],
    awaitPromise: true,
    target: { context: window.context },
  });
  const { type, result, exceptionDetails } = v.parse(answerSchema, answer).result;
  if (type !== 'success') throw new Error(`Firefox refused: ${exceptionDetails?.text ?? type}`);
  return result?.value ?? '';
}

/** puppeteer keeps its connection to itself, and a browser has only one WebDriver session. */
function send(browser: Browser, method: string, params: object): Promise<unknown> {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (typeof connection !== 'object' || connection === null)
    throw new Error('This Firefox is not driven by BiDi.');
  const sendCommand: unknown = Reflect.get(connection, 'send');
  if (typeof sendCommand !== 'function')
    throw new Error('puppeteer has changed: its connection cannot send.');
  return Promise.resolve(sendCommand.call(connection, method, params));
}
