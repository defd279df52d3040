import { createServer, type RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readJson, request, retryAfter } from '../../background/http.ts';

let stop = async () => {};
afterEach(() => stop());

/** A server on this computer that answers so, and its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no address.');
  return `http://127.0.0.1:${address.port}/`;
}

describe('request', () => {
  it('returns the whole answer, whatever its status', async () => {
    const url = await serve((_, response) => response.writeHead(404, { 'x-a': 'b' }).end('{"a":1}'));
    const answer = await request(url, {});
    expect([answer.status, answer.headers.get('x-a'), readJson(answer)]).toEqual([404, 'b', { a: 1 }]);
  });

  it('follows no redirect, so that a token is not sent on (N17)', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(request(url, { headers: { Authorization: 'Bearer t' } })).rejects.toMatchObject({
      reason: 'network-sign-in',
    });
    expect(asked).toBe(1);
  });

  it('gives up on an answer without end (N19)', async () => {
    const url = await serve((_, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    });
    await expect(request(url, {})).rejects.toMatchObject({ reason: 'microsoft-unavailable' });
  });

  it('calls an unreachable server offline (N1)', async () => {
    const url = await serve((_, response) => response.end());
    await stop();
    await expect(request(url, {})).rejects.toMatchObject({ reason: 'offline' });
  });

  it('calls a truncated answer offline (N6)', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"a"');
      response.destroy();
    });
    await expect(request(url, {})).rejects.toMatchObject({ reason: 'offline' });
  });
});

describe('The time limit for an answer', () => {
  /** Time a thousand times as fast, for the limit alone. */
  const limits: number[] = [];
  beforeEach(() => {
    const { timeout } = AbortSignal;
    limits.length = 0;
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      limits.push(ms);
      return timeout.call(AbortSignal, ms / 1000);
    });
  });
  afterEach(() => void vi.restoreAllMocks());

  it.each<[string, RequestListener]>([
    ['that never comes (N11)', () => undefined],
    ['that begins and does not go on (N12)', (_, response) => void response.write('{"a":')],
  ])('ends after 25 s an answer %s', async (_, answer) => {
    const url = await serve(answer);
    await expect(request(url, {})).rejects.toMatchObject({ reason: 'microsoft-unavailable' });
    expect(limits).toEqual([25_000]);
  });
});

describe('An aborted request', () => {
  it('ends at once, and does not count as an outage', async () => {
    const url = await serve(() => undefined);
    const over = new AbortController();
    const asked = request(url, { signal: over.signal });
    over.abort();
    await expect(asked).rejects.toMatchObject({ reason: 'not-answered' });
  });
});

describe('An answer in an unexpected form', () => {
  it('counts as an outage of Microsoft, not of the network, if its gzip is invalid (N19)', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all');
    });
    await expect(request(url, {})).rejects.toMatchObject({ reason: 'microsoft-unavailable' });
  });

  it('has no bytes if it comes without a body (N19)', async () => {
    const url = await serve((_, response) => response.writeHead(204).end());
    expect((await request(url, {})).bytes).toHaveLength(0);
  });
});

describe('readJson', () => {
  it.each(['<h1>Welcome to the hotel</h1>', '', '{"a":'])('takes "%s" for a captive portal (N4)', (text) => {
    const answer = { status: 200, headers: new Headers(), bytes: new TextEncoder().encode(text) };
    expect(() => readJson(answer)).toThrow('network-sign-in');
  });

  it('skips a byte-order mark (N19)', () => {
    const bytes = new TextEncoder().encode('\uFEFF{"a":1}');
    expect(readJson({ status: 200, headers: new Headers(), bytes })).toEqual({ a: 1 });
  });
});

describe('retryAfter', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  it.each([
    ['60', now + 60_000],
    ['0', now],
    ['Sun, 22 Nov 2026 12:05:00 GMT', now + 300_000],
    ['1000000000', now + 3_600_000],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('reads "%s" (N8)', (value, at) => {
    expect(retryAfter(new Headers({ 'retry-after': value }), now)).toBe(at);
  });

  it('returns nothing without a header (N8)', () => {
    expect(retryAfter(new Headers(), now)).toBeUndefined();
  });
});
