import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GraphFault } from '../../../demo/tenant/faults.ts';
import { type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const path = '/v1.0/me';
/** Asks without a token, so that what is not a fault is a 401. */
function askUnder(fault: GraphFault, init: RequestInit = {}): Promise<Response> {
  graph.workings.faults.graph[path] = fault;
  return fetch(graph.origin + path, { redirect: 'manual', ...init });
}

describe('A fault on the way to Graph', () => {
  it('redirects to another host', async () => {
    const Location = 'https://portal.wifi.example/sign-in';
    const answer = await askUnder({ status: 302, headers: { Location }, body: '' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, Location]);
  });

  it('answers 200 with the page of a portal', async () => {
    const headers = { 'Content-Type': 'text/html' };
    const answer = await askUnder({ status: 200, headers, body: '<!doctype html><title>Wi-Fi</title>' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(await answer.text()).toContain('<title>');
  });

  it('puts a byte-order mark before the JSON', async () => {
    const bytes = Buffer.from(await (await askUnder('bom')).arrayBuffer());
    expect([...bytes.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 0x7b]);
    expect(() => JSON.parse(bytes.toString())).toThrow(SyntaxError);
  });

  it('sends invalid gzip', async () => {
    const fault = { status: 200, headers: { 'Content-Encoding': 'gzip' }, body: { value: [] } };
    const answer = await askUnder(fault);
    await expect(answer.text()).rejects.toThrow();
    expect(() => gunzipSync(JSON.stringify(fault.body))).toThrow('incorrect header check');
  });

  it('answers without a body', async () => {
    const answer = await askUnder({ status: 204, body: '' });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(answer.headers.get('content-type')).toBeNull();
  });

  it('answers with twenty megabytes', async () => {
    const body = { value: [], padding: 'x'.repeat(20_000_000) };
    const answer = await askUnder({ status: 200, body });
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20_000_000);
  });

  it('begins a body and never ends it', async () => {
    const client = new AbortController();
    const answer = await askUnder('stall', { signal: client.signal });
    expect(answer.status).toBe(401);
    const reader = answer.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toMatch(/^\{"error"/);
    const rest = reader?.read().then(
      () => 'came',
      (error: unknown) => (error instanceof Error ? error.name : 'failed'),
    );
    // Another request is answered meanwhile: the rest had its time.
    graph.workings.faults.graph = {};
    expect((await fetch(graph.origin + path)).status).toBe(401);
    client.abort();
    expect(await rest).toBe('AbortError');
  });

  it('removes the challenge from a 401', async () => {
    const answer = await askUnder('no-challenge');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, null]);
    graph.workings.faults.graph = {};
    expect((await fetch(graph.origin + path)).headers.get('www-authenticate')).toContain('Bearer');
  });

  it('sends a next link to a host that is not Graph’s', async () => {
    graph.workings.faults.graph['/v1.0/me/messages'] = 'foreign-next-link';
    const { body, value } = await graph.ask('/v1.0/me/messages?$select=id');
    expect(value).toHaveLength(10);
    expect(new URL(String(body['@odata.nextLink'])).host).not.toBe('graph.microsoft.com');
  });
});
