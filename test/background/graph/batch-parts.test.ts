import { afterEach, describe, expect, it, vi } from 'vitest';
import { exchangeBatch } from '../../../background/graph/batch.ts';

const OUTER = { 'request-id': 'outer-request', date: 'Mon, 23 Nov 2026 09:00:00 GMT' };
const HTML = new Response('<h1>Welcome to the hotel</h1>', { headers: { 'content-type': 'text/html' } });

/** What was sent to the batch endpoint, in order. */
let sent: { requests: { id: string; url: string; headers: Record<string, string> }[] }[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Has Graph answer each batch with the next of these. */
function answerBatches(...answers: (() => Response)[]): void {
  sent = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!answer) throw new Error('No answer was set up.');
    return answer();
  });
}

const json = (body: unknown, headers: Record<string, string> = {}, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

const whole = (responses: unknown[], headers: Record<string, string> = OUTER) =>
  answerBatches(() => json({ responses }, headers));

const ask = (count = 1) =>
  exchangeBatch(
    'token',
    Array.from({ length: count }, (_, index) => ({ path: `/me/${index}` as const })),
  );

/** The only answer to a batch of one part, of which Graph says this. */
async function partAs(part: object) {
  whole([{ id: '1', status: 200, ...part }]);
  const [answer] = await ask();
  if (!answer) throw new Error('There is no answer.');
  return answer;
}

describe('An answer to a part of a batch', () => {
  it('has the request id and the date of the batch if it has none of its own', async () => {
    const { headers } = await partAs({});
    expect(headers.get('request-id')).toBe(OUTER['request-id']);
    expect(headers.get('date')).toBe(OUTER.date);
  });

  it('has its own request id if Graph gives it one', async () => {
    const { headers } = await partAs({ headers: { 'request-id': 'part-request' } });
    expect(headers.get('request-id')).toBe('part-request');
  });

  it('has the client request id of its own request if neither the part nor the batch names one', async () => {
    const { headers } = await partAs({});
    const own = sent[0]?.requests[0]?.headers['client-request-id'];
    expect(own).toMatch(/^[\da-f-]{36}$/);
    expect(headers.get('client-request-id')).toBe(own);
  });

  it('has the client request id that the batch was answered with', async () => {
    whole([{ id: '1', status: 200 }], { 'client-request-id': 'outer-client' });
    const [answer] = await ask();
    expect(answer?.headers.get('client-request-id')).toBe('outer-client');
  });

  it('has nothing else of the batch: no pause, no type', async () => {
    whole([{ id: '1', status: 200 }], { 'retry-after': '30', 'x-other': 'yes' });
    const [answer] = await ask();
    expect([...(answer?.headers.keys() ?? [])]).toEqual(['client-request-id']);
  });

  it('keeps the headers that can be read if one of them cannot', async () => {
    const { headers } = await partAs({ headers: { 'bad name': 'x', 'x-bad': 'a\nb', 'Retry-After': '5' } });
    expect(headers.get('retry-after')).toBe('5');
    expect(headers.has('x-bad')).toBe(false);
  });

  it('is text if its type is JSON, and bytes if it is not', async () => {
    const type = (value: string) => ({ headers: { 'Content-Type': value } });
    expect((await partAs({ ...type('Application/JSON; charset=utf-8'), body: 'aGk=' })).body).toBe('aGk=');
    expect((await partAs({ ...type('image/png'), body: 'aGk=' })).body).toEqual(new Uint8Array([0x68, 0x69]));
    expect((await partAs({ body: 'aGk=' })).body).toEqual(new Uint8Array([0x68, 0x69]));
    expect((await partAs({ ...type('image/json5'), body: 'aGk=' })).body).toEqual(
      new Uint8Array([0x68, 0x69]),
    );
  });

  it('has no body if its bytes are no base64', async () => {
    expect((await partAs({ headers: { 'Content-Type': 'image/png' }, body: '%%%' })).body).toBeNull();
  });

  it('is the value itself if Graph gives an object, whatever its type', async () => {
    expect((await partAs({ headers: { 'Content-Type': 'image/png' }, body: { a: 1 } })).body).toEqual({
      a: 1,
    });
    expect((await partAs({})).body).toBeNull();
  });

  it('goes to the request with its id, in whatever order Graph answers', async () => {
    whole([
      { id: '2', status: 201, body: { of: 2 } },
      { id: '1', status: 200, body: { of: 1 } },
    ]);
    expect(await ask(2)).toMatchObject([
      { status: 200, body: { of: 1 } },
      { status: 201, body: { of: 2 } },
    ]);
    expect(sent[0]?.requests.map(({ id, url }) => [id, url])).toEqual([
      ['1', '/me/0'],
      ['2', '/me/1'],
    ]);
  });

  it('is a bad gateway with the ids of the batch if Graph leaves it out', async () => {
    whole([{ id: '1', status: 200, body: { of: 1 } }]);
    const [, missing] = await ask(2);
    expect(missing).toMatchObject({ status: 502, body: null });
    expect(missing?.headers.get('request-id')).toBe(OUTER['request-id']);
  });

  it('comes from the same batch as the others, and says nothing of them', async () => {
    whole([
      { id: '1', status: 401 },
      { id: '2', status: 200 },
    ]);
    const [first, second] = await ask(2);
    expect(first?.origin).toBeDefined();
    expect(first?.origin).toBe(second?.origin);
    expect(first?.isWhole).toBeUndefined();
  });
});

describe('A batch that Graph turns down as a whole', () => {
  it('has each of its requests turned down with it', async () => {
    answerBatches(() => json({ error: { code: 'InvalidAuthenticationToken' } }, OUTER, 401));
    const answers = await ask(2);
    expect(answers.map(({ status, isWhole }) => [status, isWhole])).toEqual([
      [401, true],
      [401, true],
    ]);
    expect(answers[0]?.origin).toBe(answers[1]?.origin);
    expect(answers[0]?.headers.get('request-id')).toBe(OUTER['request-id']);
  });

  it('is a sign-in of the network if its answer is no batch', async () => {
    answerBatches(() => json({ hello: 'world' }));
    await expect(ask()).rejects.toMatchObject({ reason: 'network-sign-in', detail: 'batch' });
    answerBatches(() => HTML);
    await expect(ask()).rejects.toMatchObject({ reason: 'network-sign-in', detail: 'batch' });
  });

  it('is asked for once more if its answer ends half-way, and not a third time', async () => {
    const broken = () => new Response('{"respon', { headers: { 'content-type': 'application/json' } });
    answerBatches(broken, () => json({ responses: [{ id: '1', status: 204 }] }));
    expect(await ask()).toMatchObject([{ status: 204 }]);
    expect(sent).toHaveLength(2);
    answerBatches(broken);
    await expect(ask()).rejects.toMatchObject({ reason: 'network-sign-in' });
    expect(sent).toHaveLength(2);
  });

  it('is not asked for again after a redirect, or without a network', async () => {
    answerBatches(() => new Response(null, { status: 302, headers: { location: 'https://hotel.example/' } }));
    await expect(ask()).rejects.toMatchObject({ reason: 'network-sign-in', detail: 'redirect' });
    expect(sent).toHaveLength(1);
    answerBatches(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(ask()).rejects.toMatchObject({ reason: 'offline' });
    expect(sent).toHaveLength(1);
  });
});
