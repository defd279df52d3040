import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person, Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { enterCredentials, redirectParams, shows } from './form-browser.ts';

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

const days = (count: number) => count * 86_400_000;

/** What a silent visit of this browser brings: `code`, or an error. */
async function visitSilently(from: App, params: Record<string, string> = {}): Promise<string | null> {
  const answer = redirectParams(await from.browser.open(from.authorizeUrl({ prompt: 'none', ...params })));
  return answer.has('code') ? 'code' : answer.get('error');
}

describe('A session', () => {
  it('can be ended in every browser, and then needs the password again', async () => {
    const second = createApp(tenant);
    await app.signIn(person);
    await second.signIn(person);
    tenant.control.endSession(person);
    expect(await visitSilently(app)).toBe('login_required');
    expect(await visitSilently(second)).toBe('login_required');
    const page = await app.browser.open(app.authorizeUrl());
    expect(shows(page, 'account')).toBe(true);
    const back = await enterCredentials(app.browser, page, person);
    expect(redirectParams(back).get('code')).not.toBeNull();
    expect(await visitSilently(app)).toBe('code');
    expect(await visitSilently(second)).toBe('login_required');
  });

  it('ends for one person alone, and keeps that person’s refresh token', async () => {
    const { refresh_token } = await app.tokens(person);
    await app.signIn(app.person('administrator'), { prompt: 'login' });
    tenant.control.endSession(person);
    expect(await visitSilently(app)).toBe('code');
    expect(await visitSilently(app, { login_hint: person.userPrincipalName })).toBe('login_required');
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('ends by itself after 90 days', async () => {
    await app.signIn(person);
    tenant.control.clock.advance(days(89));
    expect(await visitSilently(app)).toBe('code');
    tenant.control.clock.advance(days(1.1));
    expect(await visitSilently(app)).toBe('login_required');
  });

  it('ends after the time that was set, counted from the password and not from its use', async () => {
    tenant.control.faults.sessionSeconds = 3600;
    await app.signIn(person);
    tenant.control.clock.advance(3_000_000);
    expect(await visitSilently(app)).toBe('code');
    tenant.control.clock.advance(700_000);
    expect(await visitSilently(app)).toBe('login_required');
    await app.signIn(person);
    expect(await visitSilently(app)).toBe('code');
  });

  it('is not prolonged by a choice of the account in the list', async () => {
    tenant.control.faults.sessionSeconds = 3600;
    await app.signIn(person);
    tenant.control.clock.advance(3_000_000);
    const picker = await app.browser.open(app.authorizeUrl({ prompt: 'select_account' }));
    const picked = await app.browser.submit(picker, { account: person.userPrincipalName });
    expect(redirectParams(picked).get('code')).not.toBeNull();
    tenant.control.clock.advance(700_000);
    expect(await visitSilently(app)).toBe('login_required');
  });
});
