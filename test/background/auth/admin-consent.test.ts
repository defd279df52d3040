import { describe, expect, it } from 'vitest';
import { adminConsentUrl, checkApproval } from '../../../background/auth/admin-consent.ts';
import type { Reason } from '../../../src/errors.ts';
import { REDIRECT_URI } from '../../fakes/fake-browser.ts';

const answered = (params: Record<string, string>, state = 's') =>
  checkApproval(new URL(`${REDIRECT_URI}?${new URLSearchParams({ state, ...params })}`), 's');

describe('The link for an administrator', () => {
  it('names the tenant, the app and each permission, and can hold no other host', () => {
    const app = { clientId: 'app', redirectUri: REDIRECT_URI };
    const url = adminConsentUrl(app, { tenantId: '../evil' }, ['Mail.Read', 'Files.Read']);
    expect(url.href.split('?')[0]).toBe('https://login.microsoftonline.com/..%2Fevil/v2.0/adminconsent');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'app',
      scope: 'https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/Files.Read',
      redirect_uri: REDIRECT_URI,
    });
  });
});

describe('The answer of an administrator', () => {
  it.each(['True', 'true', 'TRUE'])('is a yes, however it is written: %s', (yes) => {
    expect(() => answered({ admin_consent: yes })).not.toThrow();
  });

  it.each<[string, Record<string, string>, Reason]>([
    ['consent_required', { error: 'consent_required' }, 'declined'],
    ['permission_denied', { error: 'permission_denied' }, 'declined'],
    ['access_denied', { error: 'access_denied' }, 'declined'],
    ['a page that was left', { error: 'access_denied', error_subcode: 'cancel' }, 'cancelled'],
    ['an outage', { error: 'server_error' }, 'microsoft-unavailable'],
    ['a no', { admin_consent: 'False' }, 'unverified'],
    ['nothing', {}, 'unverified'],
  ])('is told for what it is: %s', (_, params, reason) => {
    expect(() => answered(params)).toThrow(expect.objectContaining({ reason }));
  });

  it('has the number of Microsoft’s text', () => {
    const declined = { error: 'server_error', error_description: 'AADSTS90033: not now' };
    expect(() => answered(declined)).toThrow(expect.objectContaining({ detail: 'AADSTS90033' }));
    expect(() => answered({ error: 'server_error' })).toThrow(
      expect.objectContaining({ detail: 'server_error' }),
    );
  });

  it('says which check it did not pass', () => {
    expect(() => answered({ admin_consent: 'True' }, 'another')).toThrow(
      expect.objectContaining({ reason: 'unverified', detail: 'admin consent: state' }),
    );
    expect(() => answered({})).toThrow(expect.objectContaining({ detail: 'admin consent: answer' }));
  });
});
