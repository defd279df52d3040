import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, type Person, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, basicScope, createApp, start } from './app.ts';

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

describe('a refresh token', () => {
  it('serves MSAL’s request, which names offline_access, and brings a successor', async () => {
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

  it('serves a permission consented after it was issued', async () => {
    const { refresh_token } = await app.tokens(person);
    expect((await app.refresh(refresh_token, { scope: 'Mail.Read' })).json()).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
    await app.signIn(person, { scope: 'openid Mail.Read' });
    expect((await app.refresh(refresh_token, { scope: 'Mail.Read' })).json().scope).toContain('Mail.Read');
  });

  it('is refused an unknown scope (70011)', async () => {
    const { refresh_token } = await app.tokens(person);
    const answer = await app.refresh(refresh_token, { scope: 'Kettle.Boil' });
    expect(answer.json()).toMatchObject({ error: 'invalid_scope', error_codes: [70011] });
  });

  it('finds consent missing once it was revoked (65001)', async () => {
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

  it('is forgotten by a reset', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.reset();
    expect(codes(await app.refresh(refresh_token))).toEqual([70000]);
  });
});
