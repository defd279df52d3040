import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, type Person, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, basicScope, createApp, start } from './app.ts';
import { redirectParams } from './form-browser.ts';

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

const hours = (count: number) => count * 3_600_000;
const codes = (answer: { json(): Record<string, unknown> }) => answer.json().error_codes;

describe('A refresh token', () => {
  it('accepts MSAL’s request, which names offline_access, and brings a successor', async () => {
    const first = await app.tokens(person);
    const answer = await app.refresh(first.refresh_token, { scope: basicScope });
    expect(answer.status).toBe(200);
    expect(answer.json().refresh_token).not.toBe(first.refresh_token);
    expect((await app.graph('/v1.0/me', answer.json().access_token)).status).toBe(200);
  });

  it('stays valid after it was used', async () => {
    const { refresh_token } = await app.tokens(person);
    expect((await app.refresh(refresh_token)).status).toBe(200);
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('works for a permission that was consented to after it was issued', async () => {
    const { refresh_token } = await app.tokens(person);
    expect((await app.refresh(refresh_token, { scope: 'Mail.Read' })).json()).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
    await app.signIn(person, { scope: 'openid Mail.Read' });
    expect((await app.refresh(refresh_token, { scope: 'Mail.Read' })).json().scope).toContain('Mail.Read');
  });

  it('is refused for an unknown scope (70011)', async () => {
    const { refresh_token } = await app.tokens(person);
    const answer = await app.refresh(refresh_token, { scope: 'Kettle.Boil' });
    expect(answer.json()).toMatchObject({ error: 'invalid_scope', error_codes: [70011] });
  });

  it('is refused for a revoked consent (65001)', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.revokeConsent(person);
    expect(codes(await app.refresh(refresh_token))).toEqual([65001]);
  });

  it('survives sign-out, as Entra revokes cookies and not tokens', async () => {
    const { refresh_token } = await app.tokens(person);
    await app.browser.open(`https://${entraHost}/common/oauth2/v2.0/logout`);
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('ends a day after the sign-in, however often it was exchanged', async () => {
    let { refresh_token } = await app.tokens(person);
    tenant.control.clock.advance(hours(13));
    const second = (await app.refresh(refresh_token)).json();
    expect(second.refresh_token_expires_in).toBeCloseTo(11 * 3600, -1);
    refresh_token = second.refresh_token;
    tenant.control.clock.advance(hours(10.9));
    expect((await app.refresh(refresh_token)).status).toBe(200);
    tenant.control.clock.advance(hours(0.2));
    const late = (await app.refresh(refresh_token)).json();
    expect(late).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
    expect(late.suberror).toBeUndefined();
  });

  it('is refused once revoked (50173), with every successor, until a new sign-in', async () => {
    const first = await app.tokens(person);
    const second = (await app.refresh(first.refresh_token)).json();
    const other = await createApp(tenant).tokens(app.person('administrator'));
    tenant.control.revokeRefreshTokens(person);
    for (const token of [first.refresh_token, second.refresh_token]) {
      const answer = await app.refresh(token);
      expect(answer.headers['x-ms-clitelem']).toBe('1,50173,0,,');
      expect(answer.json()).toMatchObject({
        error: 'invalid_grant',
        suberror: 'bad_token',
        error_codes: [50173],
      });
    }
    expect((await app.refresh(other.refresh_token)).status).toBe(200);
    const { refresh_token } = await app.tokens(person);
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('can be expired at once, while the session and later tokens live', async () => {
    const first = await app.tokens(person);
    tenant.control.clock.advance(hours(5));
    const second = (await app.refresh(first.refresh_token)).json();
    tenant.control.expireRefreshTokens(person);
    for (const token of [first.refresh_token, second.refresh_token]) {
      const answer = (await app.refresh(token)).json();
      expect(answer).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
      expect(answer).not.toHaveProperty('suberror');
    }
    const code = redirectParams(await app.browser.open(app.authorizeUrl({ prompt: 'none' }))).get('code');
    const { refresh_token } = (await app.redeem(code ?? '')).json();
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('brings another person’s tokens while a fault is set', async () => {
    const other = app.person('administrator');
    const first = await app.tokens(person);
    tenant.control.faults.refreshAs = other;
    const answer = (await app.refresh(first.refresh_token)).json();
    expect(decodeJwt(String(answer.id_token)).oid).toBe(other.oid);
    expect(decodeJwt(String(answer.access_token)).oid).toBe(other.oid);
    expect(JSON.parse(Buffer.from(String(answer.client_info), 'base64url').toString())).toEqual({
      uid: other.oid,
      utid: other.tid,
    });
    tenant.control.faults.refreshAs = null;
    const own = (await app.refresh(first.refresh_token)).json();
    expect(decodeJwt(String(own.id_token)).oid).toBe(person.oid);
  });

  it('is removed by a reset', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.reset();
    expect(codes(await app.refresh(refresh_token))).toEqual([70000]);
  });
});
