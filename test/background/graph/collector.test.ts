import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCollector } from '../../../background/graph/collector.ts';
import { createLimiter } from '../../../background/graph/limiter.ts';
import type { GraphRequest } from '../../../background/graph/request.ts';

/** What was sent: a path, or the paths of a batch, each with its token. */
let sent: [token: string, ...paths: string[]][] = [];
/** The weight of each request that was let through. */
let weights: number[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  sent = [];
  weights = [];
  vi.stubGlobal('fetch', async (url: string, { headers, body }: RequestInit) => {
    const token = new Headers(headers).get('Authorization')?.replace('Bearer ', '') ?? '';
    const path = url.replace('https://graph.microsoft.com/v1.0', '');
    const parts: { id: string; url: string }[] = path === '/$batch' ? JSON.parse(String(body)).requests : [];
    sent.push([token, ...(path === '/$batch' ? parts.map((part) => part.url) : [path])]);
    const responses = parts.map((part) => ({ id: part.id, status: 200, body: { of: part.url } }));
    return Response.json(path === '/$batch' ? { responses } : { of: path });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function collect() {
  const limiter = createLimiter(4);
  const collector = createCollector({
    run(weight, work) {
      weights.push(weight);
      return limiter.run(weight, work);
    },
  });
  const send = (path: string, token = 't', more: Partial<GraphRequest> = {}) =>
    collector.send(token, { path: path as `/${string}`, ...more });
  return { send, announce: collector.announce };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('Requests of the same moment', () => {
  it('goes in one request, and each gets its own answer', async () => {
    const { send } = collect();
    const first = send('/a');
    await pass(2);
    const second = send('/b');
    await pass(2);
    expect(sent).toEqual([]);
    await pass(1);
    expect(sent).toEqual([['t', '/a', '/b']]);
    expect([(await first).body, (await second).body]).toEqual([{ of: '/a' }, { of: '/b' }]);
    expect(weights).toEqual([4]);
  });

  it('goes by itself if it is alone', async () => {
    const { send } = collect();
    const only = send('/a');
    await pass(3);
    expect(sent).toEqual([['t', '/a']]);
    expect((await only).body).toEqual({ of: '/a' });
    expect(weights).toEqual([1]);
  });

  it('goes apart by its token, and by twenty at most', async () => {
    const { send } = collect();
    const all = Array.from({ length: 21 }, (_, at) => send(`/${at}`));
    const other = send('/other', 'u');
    await pass(3);
    const answers = await Promise.all([...all, other]);
    expect(sent.map(([token, ...paths]) => [token, paths.length])).toEqual([
      ['t', 20],
      ['t', 1],
      ['u', 1],
    ]);
    expect(answers.map(({ body }) => body)).toEqual([
      ...all.map((_, at) => ({ of: `/${at}` })),
      { of: '/other' },
    ]);
  });

  it('is sent after 25 ms, however much comes in all the time', async () => {
    const { send } = collect();
    for (let count = 0; count < 12; count += 1) {
      void send(`/${count}`);
      await pass(2);
    }
    expect(sent).toEqual([]);
    await pass(1);
    expect(sent).toHaveLength(1);
    void send('/next');
    await pass(3);
    expect(sent).toHaveLength(2);
  });
});

describe('A request that writes or can be aborted', () => {
  it('goes at once and by itself', async () => {
    const { send } = collect();
    const { signal } = new AbortController();
    await Promise.all([send('/a', 't', { method: 'POST', body: {} }), send('/b', 't', { signal })]);
    expect(sent).toEqual([
      ['t', '/a'],
      ['t', '/b'],
    ]);
    expect(weights).toEqual([1, 1]);
  });
});

describe('An announced request', () => {
  it('is waited for by what is ready', async () => {
    const { send, announce } = collect();
    const { arrived } = announce();
    void send('/a');
    await pass(20);
    expect(sent).toEqual([]);
    void send('/b');
    arrived();
    await pass(3);
    expect(sent).toEqual([['t', '/a', '/b']]);
  });

  it('holds up the others for 25 ms at most', async () => {
    const { send, announce } = collect();
    announce();
    void send('/a');
    await pass(24);
    expect(sent).toEqual([]);
    await pass(1);
    expect(sent).toEqual([['t', '/a']]);
  });

  it('counts as arrived once, however often that is reported', async () => {
    const { send, announce } = collect();
    const [one] = [announce(), announce()];
    one.arrived();
    one.arrived();
    void send('/a');
    await pass(20);
    expect(sent).toEqual([]);
  });

  it('is not waited for if nothing is ready', async () => {
    const { announce } = collect();
    announce().arrived();
    await pass(100);
    expect([sent, vi.getTimerCount()]).toEqual([[], 0]);
  });
});
