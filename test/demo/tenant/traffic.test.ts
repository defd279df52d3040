import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, type Person, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';

let tenant: Tenant;
let app: App;
let person: Person;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.control.reset();
  app = createApp(tenant);
  person = app.person('member');
});

describe('A throttle', () => {
  it('refuses token requests with a pause, in Entra’s shape', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.throttle('token', 12);
    const answer = await app.refresh(refresh_token);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '12']);
    expect(answer.json()).toMatchObject({ error: 'temporarily_unavailable', error_codes: [90055] });
    tenant.control.throttle('token', null);
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('refuses Graph’s requests with a pause, behind faults of single routes', async () => {
    const { access_token } = await app.tokens(person);
    tenant.control.throttle('graph', 3);
    tenant.control.faults.graph['/v1.0/me/photo'] = { status: 504, body: '' };
    const answer = await app.graph('/v1.0/me', access_token);
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '3']);
    expect(answer.json()).toMatchObject({ error: { code: 'TooManyRequests' } });
    expect((await app.graph('/v1.0/me/photo/$value', access_token)).status).toBe(504);
    tenant.control.throttle('graph', null);
    expect((await app.graph('/v1.0/me', access_token)).status).toBe(200);
    expect(Object.keys(tenant.control.faults.graph)).toEqual(['/v1.0/me/photo']);
  });

  it('keeps a fault that has replaced it when it is removed', async () => {
    tenant.control.throttle('token', 5);
    tenant.control.faults.token = 'hang';
    tenant.control.throttle('token', null);
    expect(tenant.control.faults.token).toBe('hang');
  });
});

describe('A cut network', () => {
  const codeOf = (answer: Promise<unknown>) =>
    answer.then(
      () => 'answered',
      (error: NodeJS.ErrnoException) => error.code,
    );

  it('answers nothing until it is restored', async () => {
    const { refresh_token, access_token } = await app.tokens(person);
    const askAll = () =>
      Promise.all([
        codeOf(app.refresh(refresh_token)),
        codeOf(app.graph('/v1.0/me', access_token)),
        codeOf(app.browser.open(app.authorizeUrl({ prompt: 'none' }))),
        codeOf(app.browser.open(`https://${entraHost}/common/v2.0/.well-known/openid-configuration`)),
      ]);
    tenant.control.cutNetwork(true);
    expect(await askAll()).toEqual(Array(4).fill('ECONNRESET'));
    tenant.control.cutNetwork(false);
    expect(await askAll()).toEqual(Array(4).fill('answered'));
  });

  it('keeps other faults when it is restored', () => {
    tenant.control.cutNetwork(true);
    tenant.control.faults.graphNetwork = 'truncate';
    tenant.control.cutNetwork(false);
    expect(tenant.control.state().faults).toEqual({ graphNetwork: 'truncate' });
  });
});
