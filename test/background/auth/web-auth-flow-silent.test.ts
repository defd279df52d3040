import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { asError, runSilentWebAuthFlow, runWebAuthFlow } from '../../../background/auth/web-auth-flow.ts';
import type { Reason } from '../../../src/errors.ts';
import { fake, REDIRECT_URI, resetFakeBrowser } from '../../fakes/fake-browser.ts';

const url = new URL('https://login.microsoftonline.com/common/oauth2/v2.0/authorize');
const asked: unknown[] = [];

beforeEach(() => {
  resetFakeBrowser();
  asked.length = 0;
  fake.webAuthFlow = async (details) => {
    asked.push(details);
    return `${REDIRECT_URI}#code=c`;
  };
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(browser, 'extension');
});

describe('A flow without a window', () => {
  it('has Chromium wait for the redirect that a script of the page makes', async () => {
    expect(await runSilentWebAuthFlow(url)).toMatchObject({ kind: 'redirected' });
    expect(asked).toEqual([
      {
        url: url.href,
        interactive: false,
        abortOnLoadForNonInteractive: false,
        timeoutMsForNonInteractive: 10_000,
      },
    ]);
  });

  it('tells Firefox nothing that it does not know', async () => {
    vi.spyOn(browser.runtime, 'getURL').mockReturnValue('moz-extension://lanyard/');
    await runSilentWebAuthFlow(url);
    expect(asked).toEqual([{ url: url.href, interactive: false }]);
  });

  it('ends after ten seconds with a page that waits for the person', async () => {
    vi.useFakeTimers();
    fake.webAuthFlow = () => new Promise(() => undefined);
    let outcome: unknown = null;
    runSilentWebAuthFlow(url).then((value) => {
      outcome = value;
    });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(outcome).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toEqual({ kind: 'needs-person' });
  });

  it.each([
    'User interaction required. Try setting `abortOnLoadForNonInteractive` and `timeoutMsForNonInteractive` if …',
    'Requires user interaction',
    'Authorization page load timed out.',
  ])('needs the person where the browser says: %s', async (text) => {
    fake.webAuthFlow = () => Promise.reject(new Error(text));
    expect(await runSilentWebAuthFlow(url)).toEqual({ kind: 'needs-person' });
  });

  it('may run beside a window', async () => {
    fake.webAuthFlow = ({ interactive }) =>
      interactive ? new Promise(() => undefined) : Promise.resolve(`${REDIRECT_URI}#code=c`);
    vi.useFakeTimers();
    const window = runWebAuthFlow(url, 5);
    expect(await runSilentWebAuthFlow(url)).toMatchObject({ kind: 'redirected' });
    await vi.advanceTimersByTimeAsync(5);
    expect(await window).toEqual({ kind: 'timed-out' });
  });
});

describe('A flow in a window', () => {
  it('is asked for without the words for a silent one', async () => {
    await runWebAuthFlow(url);
    expect(asked).toEqual([{ url: url.href, interactive: true }]);
  });

  it('gives the person fifteen minutes', async () => {
    vi.useFakeTimers();
    fake.webAuthFlow = () => new Promise(() => undefined);
    let outcome: unknown = null;
    runWebAuthFlow(url).then((value) => {
      outcome = value;
    });
    await vi.advanceTimersByTimeAsync(15 * 60_000 - 1);
    expect(outcome).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toEqual({ kind: 'timed-out' });
  });

  it.each([
    [true, 'private-window', 0],
    [false, 'redirected', 1],
  ])('is not opened in a private window (%s)', async (inIncognitoContext, kind, count) => {
    Object.assign(browser, { extension: { inIncognitoContext } });
    expect(await runWebAuthFlow(url)).toMatchObject({ kind });
    expect(asked).toHaveLength(count);
  });

  it('is unreachable where the browser says so with a text in place of an error', async () => {
    fake.webAuthFlow = () => Promise.reject('Authorization page could not be loaded.');
    expect(await runWebAuthFlow(url)).toEqual({ kind: 'unreachable' });
  });

  it('is closed where a known text stands in the middle of another', async () => {
    fake.webAuthFlow = () => Promise.reject(new Error('Sorry: Only one web auth flow'));
    expect(await runWebAuthFlow(url)).toEqual({ kind: 'closed' });
  });

  it('reads the fragment of a redirect, and the query only where there is none', async () => {
    fake.webAuthFlow = async () => `${REDIRECT_URI}?error=access_denied#code=c`;
    expect(await runWebAuthFlow(url)).toMatchObject({ kind: 'redirected' });
  });
});

describe('A flow that brought no answer', () => {
  it.each<[Parameters<typeof asError>[0], Reason]>([
    ['closed', 'window-closed'],
    ['unreachable', 'offline'],
    ['already-open', 'window-already-open'],
    ['needs-person', 'session-ended'],
    ['timed-out', 'timed-out'],
    ['private-window', 'private-window'],
  ])('(%s) is told as %s', (kind, reason) => {
    expect(asError(kind)).toMatchObject({ reason });
  });
});
