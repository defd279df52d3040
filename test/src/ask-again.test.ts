import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Method } from '../../src/contract.ts';
import { AppError } from '../../src/errors.ts';
import { answer, ask } from '../../src/messaging.ts';
import { deliver, EXTENSION_ID, fake, resetFakeBrowser } from '../fakes/fake-browser.ts';

type Listener = (typeof fake.listeners)[number];

/** Has the background stop with each question in its hand, as Firefox tells it: the channel is closed. */
const closed = new Error('The message port closed before a response was received.');
const closing = vi.fn<Listener>(() => {
  throw closed;
});
const askUnchecked = ask as (method: Method, ...params: unknown[]) => Promise<unknown>;

beforeEach(() => {
  resetFakeBrowser();
  closing.mockClear();
  fake.listeners.push(closing);
});

describe('A question to a background that is stopped with it in hand', () => {
  it.each<Method>([
    'getSession',
    'awaitSession',
    'getProfile',
    'getInbox',
    'getPresence',
    'getCalendar',
    'getTasks',
    'getFiles',
    'getMoreMail',
    'openMessage',
    'getEvents',
    'searchFiles',
    'searchPeople',
    'getLedger',
    'getWatching',
  ])('is asked once more where it only reads: %s', async (method) => {
    await expect(askUnchecked(method)).rejects.toMatchObject({ reason: 'not-answered', cause: closed });
    expect(closing).toHaveBeenCalledTimes(2);
  });

  it.each<Method>([
    'signIn',
    'switchAccount',
    'signOut',
    'endMicrosoftSession',
    'setKeep',
    'dismiss',
    'edit',
    'postpone',
    'setPaused',
    'getApprovalRequest',
    'setWatch',
  ])('is not asked again where the change may have been made: %s', async (method) => {
    await expect(askUnchecked(method)).rejects.toMatchObject({ reason: 'not-answered', cause: closed });
    expect(closing).toHaveBeenCalledOnce();
  });

  it('is answered by the next life of the background', async () => {
    closing.mockImplementationOnce(() => {
      fake.listeners.splice(0, 1, (_message, _sender, respond) => {
        respond({ ok: true, value: 'from the next life' });
        return true;
      });
      throw closed;
    });
    expect(await askUnchecked('getSession')).toBe('from the next life');
  });
});

describe('An answer of another shape', () => {
  it('names the question that it was given to, for the log', async () => {
    fake.listeners.splice(0, 1, (_message, _sender, respond) => {
      respond({ ok: 'yes' });
      return true;
    });
    const error = await ask('getSession').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ reason: 'unexpected', cause: { message: 'No answer to getSession' } });
  });
});

describe('A sender that belongs to the extension and has no address', () => {
  it('gets no answer', async () => {
    fake.listeners.length = 0;
    answer({} as Parameters<typeof answer>[0], () => undefined);
    expect(await deliver({ method: 'getSession', params: [] }, { id: EXTENSION_ID })).toBeUndefined();
  });
});
