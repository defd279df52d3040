import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../../src/contract.ts';
import { AppError } from '../../src/errors.ts';
import { answer, ask } from '../../src/messaging.ts';
import { deliver, EXTENSION_ID, EXTENSION_URL, fake, resetFakeBrowser } from '../fakes/fake-browser.ts';

const page = { id: EXTENSION_ID, url: `${EXTENSION_URL}popup/index.html` };
const signedOut = async () => ({ revision: 1, status: 'signed-out', keep: 'on-disk' }) as const;
const nothing = async () => ({ kind: 'obstacle', obstacle: { reason: 'offline' } }) as const;
const handlers: Handlers = {
  getSession: signedOut,
  awaitSession: signedOut,
  signIn: () =>
    Promise.reject(new AppError('window-already-open', { detail: 'x', cause: new Error('secret') })),
  switchAccount: signedOut,
  signOut: () => Promise.reject(new TypeError('secret')),
  endMicrosoftSession: signedOut,
  setKeep: signedOut,
  dismiss: signedOut,
  getProfile: () => Promise.reject(new AppError('throttled', { retryAt: 5 })),
  getInbox: nothing,
  getPresence: nothing,
  getCalendar: nothing,
  getTasks: nothing,
  getFiles: nothing,
  getMoreMail: nothing,
  openMessage: nothing,
  getEvents: nothing,
  searchFiles: nothing,
  searchPeople: nothing,
  edit: nothing,
  getLedger: async () => ({ lines: [], steps: [] }),
  postpone: signedOut,
  setPaused: signedOut,
  getApprovalRequest: async () => null,
  getWatching: () => Promise.reject(new Error('not asked for')),
  setWatch: signedOut,
};
const onBug = vi.fn();

beforeEach(() => {
  resetFakeBrowser();
  onBug.mockClear();
  answer(handlers, onBug);
});

describe('answer', () => {
  it('answers our own page', async () => {
    expect(await ask('getSession')).toMatchObject({ status: 'signed-out' });
  });

  it('keeps the channel open with a literal true', () => {
    const listener = fake.listeners[0];
    expect(listener?.({ method: 'getSession', params: [] }, page, () => undefined)).toBe(true);
  });

  it.each([
    ['another extension', { id: 'stranger', url: 'chrome-extension://stranger/page.html' }],
    ['another extension that names our page', { id: 'stranger', url: page.url }],
    ['a content script', { id: EXTENSION_ID, url: 'https://example.com/' }],
    ['a page of a similar address', { id: EXTENSION_ID, url: 'chrome-extension://lanyard-id.example/' }],
    ['nobody in particular', {}],
  ])('gives no answer to %s (A2)', async (_, sender) => {
    expect(await deliver({ method: 'getSession', params: [] }, sender)).toBeUndefined();
  });

  it.each([
    [null],
    ['getSession'],
    [{ method: 'getSession' }],
    [{ method: 'getSession', params: [1] }],
    [{ method: 'getSession', params: [], extra: 1 }],
    [{ method: 'toString', params: [] }],
    [{ method: 'signIn', params: [{ kind: 'again' }] }],
    [{ method: 'signIn', params: [{ kind: 'again', accountId: 'a', purpose: 'everything' }] }],
    [{ method: 'signIn', params: [{ kind: 'again', accountId: 'a', purpose: 'toString' }] }],
    [{ method: 'postpone', params: ['a', 'constructor'] }],
    [{ method: 'setPaused', params: ['a', 'Mail.Send', true] }],
    [{ method: 'signOut', params: [[1]] }],
    [{ method: 'setKeep', params: ['for-ever'] }],
    [JSON.parse('{"method":"getSession","params":[],"__proto__":{"polluted":true}}')],
  ])('gives no answer to the shape %j (A3)', async (message) => {
    expect(await deliver(message, page)).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('ask', () => {
  it('rejects with the reason from the background, without its cause', async () => {
    const error = await ask('signIn', { kind: 'new' }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ reason: 'window-already-open', detail: 'x', cause: undefined });
    expect(onBug).not.toHaveBeenCalled();
  });

  it('reports a bug as unexpected, has it logged once, and reveals no more', async () => {
    const reply = await deliver({ method: 'signOut', params: [['id']] }, page);
    expect(reply).toEqual({ ok: false, obstacle: { reason: 'unexpected' } });
    expect(onBug).toHaveBeenCalledOnce();
  });

  it('passes on the time for the next try', async () => {
    await expect(ask('getProfile', 'id')).rejects.toMatchObject({ reason: 'throttled', retryAt: 5 });
  });

  it('rejects if no answer comes to any of its attempts', async () => {
    fake.listeners.length = 0;
    await expect(ask('getSession')).rejects.toMatchObject({ reason: 'not-answered' });
  });

  it('asks once more if the background was stopped before it read the request', async () => {
    const [answering] = fake.listeners;
    // It takes up the second question, as the background does that the first one has started.
    const silentAtFirst = vi.fn(() => {
      if (answering) fake.listeners.splice(0, 1, answering);
    });
    fake.listeners.splice(0, 1, silentAtFirst);
    expect(await ask('getSession')).toMatchObject({ status: 'signed-out' });
    expect(silentAtFirst).toHaveBeenCalledOnce();
  });

  it('sends an edit only once, as it may have succeeded', async () => {
    const silent = vi.fn(() => undefined);
    fake.listeners.splice(0, 1, silent);
    await expect(ask('signOut', ['id'])).rejects.toMatchObject({ reason: 'not-answered' });
    expect(silent).toHaveBeenCalledOnce();
  });

  it('reports an answer of another shape as a fault of its own', async () => {
    fake.listeners.splice(0, 1, (_message, _sender, respond) => {
      respond({ ok: 'yes' });
      return true;
    });
    await expect(ask('getSession')).rejects.toMatchObject({ reason: 'unexpected' });
  });
});
