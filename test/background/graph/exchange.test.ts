import { afterEach, describe, expect, it, vi } from 'vitest';
import { exchange, headersOf } from '../../../background/graph/request.ts';

/** What was sent, in order. */
let sent: { url: string; init: RequestInit }[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Has the network answer each request with the next of these, and then with the last one. */
function answer(...answers: (() => Response)[]): void {
  sent = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    const next = answers[Math.min(sent.length, answers.length) - 1];
    if (!next) throw new Error('No answer was set up.');
    return next();
  });
}

const saying = (text: string | null, type = 'application/json', status = 200) =>
  new Response(text, { status, headers: { 'content-type': type } });

const bodyOf = async (response: () => Response, method?: 'POST') => {
  answer(response);
  return (await exchange('t', { path: '/me', ...(method ? { method } : {}) })).body;
};

describe('A request to Graph', () => {
  it('goes to version 1.0 with its token and an id of its own, and has no body', async () => {
    answer(() => saying('{}'));
    await exchange('secret', { path: '/me?$select=id' });
    const [{ url, init }] = sent as [(typeof sent)[0]];
    expect(url).toBe('https://graph.microsoft.com/v1.0/me?$select=id');
    expect(init).toMatchObject({
      method: 'GET',
      headers: {
        Authorization: 'Bearer secret',
        'client-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
      },
    });
    expect(Object.keys(init.headers ?? {})).toEqual(['Authorization', 'client-request-id']);
    expect(init).not.toHaveProperty('body');
  });

  it('has its body in JSON, its method, its preferences and its headers', async () => {
    answer(() => saying('{}'));
    await exchange('t', {
      path: '/me',
      method: 'PATCH',
      body: { a: 1 },
      prefer: ['one', 'two'],
      headers: { ConsistencyLevel: 'eventual' },
    });
    expect(sent[0]?.init).toMatchObject({
      method: 'PATCH',
      body: '{"a":1}',
      headers: { Prefer: 'one, two', 'Content-Type': 'application/json', ConsistencyLevel: 'eventual' },
    });
  });

  it('has an id that no other has', () => {
    const id = () => headersOf({ path: '/me' })['client-request-id'];
    expect(id()).not.toBe(id());
  });

  it('ends when nobody waits for it any more', async () => {
    const controller = new AbortController();
    answer(() => {
      controller.abort();
      throw new DOMException('The operation was aborted.', 'AbortError');
    });
    const asked = exchange('t', { path: '/me', signal: controller.signal });
    await expect(asked).rejects.toMatchObject({ reason: 'not-answered' });
    expect(sent).toHaveLength(1);
  });
});

describe('An answer of Graph', () => {
  it('is JSON as its value, anything else as bytes, and nothing as null', async () => {
    expect(await bodyOf(() => saying('{"a":1}'))).toEqual({ a: 1 });
    expect(await bodyOf(() => saying('{"a":1}', 'APPLICATION/JSON;odata.metadata=minimal'))).toEqual({
      a: 1,
    });
    expect(await bodyOf(() => saying('ab', 'image/png'))).toEqual(new Uint8Array([97, 98]));
    expect(await bodyOf(() => saying('ab', 'application/json5'))).toEqual(new Uint8Array([97, 98]));
    expect(await bodyOf(() => new Response(new Uint8Array([97])))).toEqual(new Uint8Array([97]));
    expect(await bodyOf(() => saying(null, 'application/json', 204))).toBeNull();
    expect(await bodyOf(() => saying(''))).toBeNull();
  });

  it('has its status and its headers', async () => {
    answer(() => saying('{}', 'application/json', 201));
    const { status, headers } = await exchange('t', { path: '/me' });
    expect([status, headers.get('content-type')]).toEqual([201, 'application/json']);
  });

  it('counts as a refusal if its status says so, whatever its body is', async () => {
    answer(() => saying('{"err', 'application/json', 400));
    expect(await exchange('t', { path: '/me' })).toMatchObject({ status: 400, body: null });
    expect(sent).toHaveLength(1);
    answer(() => saying('{"error":{}}', 'application/json', 404));
    expect(await exchange('t', { path: '/me' })).toMatchObject({ status: 404, body: { error: {} } });
  });

  it('is requested once more if it ends half-way, and never a third time', async () => {
    answer(
      () => saying('{"a":'),
      () => saying('{"a":1}'),
    );
    expect((await exchange('t', { path: '/me' })).body).toEqual({ a: 1 });
    expect(sent).toHaveLength(2);
    answer(() => saying('{"a":'));
    await expect(exchange('t', { path: '/me' })).rejects.toMatchObject({ reason: 'network-sign-in' });
    expect(sent).toHaveLength(2);
  });

  it('is not requested again if it ends half-way and the request changes something', async () => {
    answer(() => saying('{"a":'));
    const asked = exchange('t', { path: '/me', method: 'POST', body: {} });
    await expect(asked).rejects.toMatchObject({ reason: 'network-sign-in' });
    expect(sent).toHaveLength(1);
  });

  it('is not requested again if it never comes', async () => {
    answer(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(exchange('t', { path: '/me' })).rejects.toMatchObject({ reason: 'offline' });
    expect(sent).toHaveLength(1);
  });
});
