import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { type GraphClient, isFields, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const inbox = '/v1.0/me/mailFolders/inbox';
const scopes = 'User.Read Mail.Read';

/** Holds all answers back until it is called. */
function holdAnswers(): () => void {
  let letGo = () => {};
  graph.workings.faults.delay.graph = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return letGo;
}

const askTimes = (count: number, path = inbox, as = 'mira') =>
  Array.from({ length: count }, () => graph.ask(path, { scopes, as }));

describe('The limit of a mailbox', () => {
  it('refuses the fifth concurrent request, and none once there is room again', async () => {
    const letGo = holdAnswers();
    const asked = [...askTimes(3), ...askTimes(2, '/v1.0/me/messages')];
    // All others are held.
    const first = await Promise.race(asked);
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    expect(first.error).toMatchObject({
      code: 'ApplicationThrottled',
      message: 'Application is over its MailboxConcurrency limit.',
    });
    letGo();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 429]);
    graph.workings.faults.delay.graph = null;
    const again = (await Promise.all(askTimes(4))).map(({ status }) => status);
    expect(again).toEqual([200, 200, 200, 200]);
  });

  it('has room again after a reset, even with requests still waiting', async () => {
    const letGo = holdAnswers();
    const held = askTimes(5);
    // One is turned away once the others are inside.
    await Promise.race(held);
    graph.reset();
    expect((await graph.ask(inbox, { scopes })).status).toBe(200);
    letGo();
    await Promise.all(held);
    const statuses = (await Promise.all(askTimes(4))).map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200, 200]);
  });

  it('ignores other people and the profile', async () => {
    const letGo = holdAnswers();
    const asked = [...askTimes(4), ...askTimes(4, inbox, 'tomas'), ...askTimes(4, '/v1.0/me')];
    await expect.poll(() => graph.workings.counters.graph).toBe(12);
    letGo();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('counts a batch of any size as one', async () => {
    const requests = Array.from({ length: 12 }, (_, index) => ({
      id: String(index),
      method: 'GET',
      url: '/me/mailFolders/inbox',
    }));
    const { body } = await graph.ask('/v1.0/$batch', { method: 'POST', json: { requests }, scopes });
    const parts = Array.isArray(body.responses) ? body.responses.filter(isFields) : [];
    expect(new Set(parts.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('A lever of the tenant', () => {
  let tenant: Tenant;
  let app: App;
  beforeAll(async () => {
    tenant = await start();
  });
  afterAll(() => tenant.stop());
  beforeEach(() => {
    tenant.control.reset();
    app = createApp(tenant);
  });

  // Without a token: whatever is not turned away comes as far as the 401.
  const statuses = async (path: string, count: number) => {
    const found = [];
    for (let round = 0; round < count; round += 1) found.push((await app.graph(path)).status);
    return found;
  };

  it('throttles one route of Graph until it is restored', async () => {
    tenant.control.throttleGraph('/v1.0/me/calendarView', { seconds: 9 });
    const answer = await app.graph('/v1.0/me/calendarView');
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '9']);
    expect(await statuses('/v1.0/me', 1)).toEqual([401]);
    tenant.control.throttleGraph('/v1.0/me/calendarView', null);
    expect(await statuses('/v1.0/me/calendarView', 1)).toEqual([401]);
  });

  it('throttles a route for a number of requests', async () => {
    tenant.control.throttleGraph('/v1.0/me/messages', { seconds: 1, times: 2 });
    expect(await statuses('/v1.0/me/messages', 4)).toEqual([429, 429, 401, 401]);
    expect(tenant.control.faults.graph).toEqual({});
  });

  it.each(['Wed, 21 Oct 2026 07:28:00 GMT', '0', '-5', '1000000000', 'soon', null])(
    'sends the pause "%s"',
    async (retryAfter) => {
      tenant.control.throttleGraph('/', { retryAfter });
      expect((await app.graph('/v1.0/me')).headers['retry-after']).toBe(retryAfter ?? undefined);
    },
  );

  it('delivers mail, which a delta query returns until its tokens are expired', async () => {
    const person = app.person('member');
    const { access_token } = await app.tokens(person, { scope: 'Mail.Read openid' });
    const ask = async (link: unknown) => {
      const url = new URL(String(link), 'https://graph.microsoft.com');
      return (await app.graph(url.pathname + url.search, access_token)).json();
    };
    const folder = '/v1.0/me/mailFolders/inbox/messages/delta';
    const first = await ask(`${folder}?$select=subject&$top=100`);
    tenant.control.deliverMail(person, 2);
    tenant.control.deliverMail(person);
    const { value, '@odata.deltaLink': link } = await ask(first['@odata.deltaLink']);
    expect(value).toHaveLength(3);
    tenant.control.expireDeltaTokens();
    expect(await ask(link)).toMatchObject({ error: { code: 'SyncStateNotFound' } });
  });
});
