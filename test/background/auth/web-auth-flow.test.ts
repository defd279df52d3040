import { beforeEach, describe, expect, it } from 'vitest';
import { runWebAuthFlow } from '../../../background/auth/web-auth-flow.ts';
import { fake, REDIRECT_URI, resetFakeBrowser } from '../../fakes/fake-browser.ts';

const url = new URL('https://login.microsoftonline.com/common/oauth2/v2.0/authorize');
const never = () => new Promise<string>(() => undefined);

beforeEach(resetFakeBrowser);

describe('runWebAuthFlow', () => {
  it('returns the redirect URL', async () => {
    fake.webAuthFlow = async () => `${REDIRECT_URI}#code=c&state=s`;
    const outcome = await runWebAuthFlow(url);
    expect(outcome).toEqual({ kind: 'redirected', url: new URL(`${REDIRECT_URI}#code=c&state=s`) });
  });

  it.each(['#error=access_denied&state=s', '?error=access_denied#'])(
    'returns a refusal from the redirect URL: %s',
    async (tail) => {
      fake.webAuthFlow = async () => `${REDIRECT_URI}${tail}`;
      expect(await runWebAuthFlow(url)).toMatchObject({ kind: 'denied' });
    },
  );

  it.each(['https://other.chromiumapp.org/#code=c', 'nonsense', ''])(
    'ignores a redirect to another address: "%s" (A7)',
    async (address) => {
      fake.webAuthFlow = async () => address;
      expect(await runWebAuthFlow(url)).toEqual({ kind: 'unreachable' });
    },
  );

  // The texts of Chromium 156 and Firefox 153.
  it.each([
    ['The user did not approve access.', 'closed'],
    ['User cancelled or denied access.', 'closed'],
    ['Authorization page could not be loaded.', 'unreachable'],
    ['Authorization page load timed out.', 'timed-out'],
    ['Only one web auth flow is allowed at a time.', 'already-open'],
    ['Something new', 'closed'],
  ])('maps "%s" to %s', async (text, kind) => {
    fake.webAuthFlow = () => Promise.reject(new Error(text));
    expect(await runWebAuthFlow(url)).toEqual({ kind });
  });

  it('opens one window at a time, and can open the next after it', async () => {
    let finish: (address: string) => void = () => undefined;
    fake.webAuthFlow = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const first = runWebAuthFlow(url);
    expect(await runWebAuthFlow(url)).toEqual({ kind: 'already-open' });
    finish(`${REDIRECT_URI}#code=c`);
    expect(await first).toMatchObject({ kind: 'redirected' });
    fake.webAuthFlow = async () => `${REDIRECT_URI}#code=d`;
    expect(await runWebAuthFlow(url)).toMatchObject({ kind: 'redirected' });
  });

  it('gives up after its time limit, and can be called again', async () => {
    fake.webAuthFlow = never;
    expect(await runWebAuthFlow(url, 1)).toEqual({ kind: 'timed-out' });
    expect(await runWebAuthFlow(url, 1)).toEqual({ kind: 'timed-out' });
  });
});
