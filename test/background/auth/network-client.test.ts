import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNetworkClient } from '../../../background/auth/network-client.ts';

const url = 'https://login.microsoftonline.com/common/oauth2/v2.0/token';
const now = Date.UTC(2026, 5, 1, 12);
const { fetch: realFetch } = globalThis;
let sent: { url: string; init: RequestInit }[] = [];

/** Has Microsoft answer so. */
function answer(status: number, body: unknown, headers: Record<string, string> = {}): void {
  globalThis.fetch = async (address, init = {}) => {
    sent.push({ url: String(address), init });
    return new Response(JSON.stringify(body), { status, headers });
  };
}

beforeEach(() => {
  sent = [];
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.fetch = realFetch;
});

describe('A request of MSAL', () => {
  it('carries headers and body if it posts, and returns the response', async () => {
    answer(200, { token_type: 'Bearer' }, { 'x-ms-request-id': '1' });
    const reply = await createNetworkClient().sendPostRequestAsync(url, { headers: { a: 'b' }, body: 'c=d' });
    expect(reply).toMatchObject({
      status: 200,
      body: { token_type: 'Bearer' },
      headers: { 'x-ms-request-id': '1' },
    });
    expect(sent).toMatchObject([{ url, init: { method: 'POST', headers: { a: 'b' }, body: 'c=d' } }]);
  });

  it('has no body if it is a GET', async () => {
    answer(200, {});
    await createNetworkClient().sendGetRequestAsync(url, { headers: { a: 'b' } });
    expect(sent).toMatchObject([{ init: { headers: { a: 'b' } } }]);
    expect(sent[0]?.init).not.toHaveProperty('body');
    expect(sent[0]?.init.method ?? 'GET').toBe('GET');
  });

  it('may come without options', async () => {
    answer(200, {});
    const client = createNetworkClient();
    await client.sendGetRequestAsync(url);
    await client.sendPostRequestAsync(url);
    expect(sent).toMatchObject([{ init: { headers: {} } }, { init: { headers: {}, body: '' } }]);
  });

  it('gives a failure of Microsoft’s with a status below 500 to MSAL, which knows what it means', async () => {
    answer(400, { error: 'invalid_grant' });
    const client = createNetworkClient();
    expect(await client.sendPostRequestAsync(url)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(client.takeFailure()).toBeNull();
    answer(499, {});
    expect(await client.sendPostRequestAsync(url)).toMatchObject({ status: 499 });
  });
});

describe('The failure of a request', () => {
  it.each([500, 503])('is an outage with status %i, with the time that Microsoft names', async (status) => {
    answer(status, {}, { 'retry-after': '7' });
    const client = createNetworkClient();
    const failure = { reason: 'microsoft-unavailable', detail: `HTTP ${status}`, retryAt: now + 7000 };
    await expect(client.sendPostRequestAsync(url)).rejects.toMatchObject(failure);
    expect(client.takeFailure()).toMatchObject(failure);
  });

  it('names no time where Microsoft names none in an outage', async () => {
    answer(500, {});
    await expect(createNetworkClient().sendPostRequestAsync(url)).rejects.toMatchObject({
      retryAt: undefined,
    });
  });

  it.each([
    ['7', now + 7000],
    [null, now + 60_000],
  ])('is a pause with status 429: for the time named (%s), or a minute', async (seconds, retryAt) => {
    answer(429, {}, seconds === null ? {} : { 'retry-after': seconds });
    await expect(createNetworkClient().sendPostRequestAsync(url)).rejects.toMatchObject({
      reason: 'throttled',
      detail: 'HTTP 429',
      retryAt,
    });
  });

  it('is given once, and forgotten with the next request', async () => {
    const client = createNetworkClient();
    answer(500, {});
    await client.sendPostRequestAsync(url).catch(() => undefined);
    expect(client.takeFailure()).not.toBeNull();
    expect(client.takeFailure()).toBeNull();
    await client.sendPostRequestAsync(url).catch(() => undefined);
    answer(200, {});
    await client.sendPostRequestAsync(url);
    expect(client.takeFailure()).toBeNull();
  });
});

describe('The claims of an answer', () => {
  it('are given once, and forgotten with the next request', async () => {
    const client = createNetworkClient();
    answer(400, { error: 'interaction_required', claims: '{"a":1}' });
    await client.sendPostRequestAsync(url);
    expect(client.takeClaims()).toBe('{"a":1}');
    expect(client.takeClaims()).toBeUndefined();
    await client.sendPostRequestAsync(url);
    answer(500, {});
    await client.sendPostRequestAsync(url).catch(() => undefined);
    expect(client.takeClaims()).toBeUndefined();
  });

  it.each([[{ claims: 1 }], [{}], [null], ['text']])('are none in %j', async (body) => {
    const client = createNetworkClient();
    answer(400, body);
    await client.sendPostRequestAsync(url);
    expect(client.takeClaims()).toBeUndefined();
  });
});
