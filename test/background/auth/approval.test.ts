import { describe, expect, it } from 'vitest';
import type { Session, SignInRequest } from '../../../src/contract.ts';
import type { Reason } from '../../../src/errors.ts';
import { REDIRECT_URI } from '../../fakes/fake-browser.ts';
import { type Background, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, askedOfMicrosoft, lineOf } from './consents.ts';

const world = setUpWorld();

/** A member who may not consent to mail, and has asked for it. */
async function inNeedOfApproval() {
  world.tenant.control.setConsentPolicy('default');
  const { background, id } = await world.signedIn();
  await allow(background, id, 'mail-list');
  world.passTime(minutes(1));
  return { background, id };
}

const approve = (id: string): SignInRequest => ({ kind: 'approve', accountId: id, purpose: 'mail-list' });

/** Has the window come back with these parameters, whatever was asked. */
function answerWith(background: Background, id: string, params: Record<string, string>): Promise<Session> {
  world.person.does = async (url) => {
    const state = new URL(url).searchParams.get('state') ?? '';
    return `${REDIRECT_URI}?${new URLSearchParams({ state, ...params })}#`;
  };
  return background.signIn(approve(id));
}

describe('A request for an administrator', () => {
  it('links to exactly the missing permissions in the organisation of the account, without a state', async () => {
    const { background, id } = await inNeedOfApproval();
    const request = await background.handlers.getApprovalRequest(id, 'mail-list');
    const { origin, pathname, searchParams } = new URL(request?.link ?? '');
    expect(request).toMatchObject({ purpose: 'mail-list', permissions: ['Mail.ReadBasic'] });
    expect(`${origin}${pathname}`).toBe(
      `https://login.microsoftonline.com/${world.someone('member').tid}/v2.0/adminconsent`,
    );
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: '00000000-0000-4000-8000-000000000001',
      scope: 'https://graph.microsoft.com/Mail.ReadBasic',
      redirect_uri: REDIRECT_URI,
    });
  });

  it('asks Microsoft for nothing, and is kept over a restart', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.getApprovalRequest(id, 'mail-list');
    const restarted = await world.restartBrowser();
    expect(await restarted.handlers.getInbox(id)).toMatchObject({
      obstacle: { reason: 'approval-needed', purpose: 'mail-list' },
    });
    const line = await lineOf(restarted, id, 'Mail.ReadBasic');
    expect(line).toMatchObject({ answer: 'approval-needed', askedAt: null, grantedAt: null });
    expect(askedOfMicrosoft(world)).toEqual(['User.Read']);
  });

  it('is not offered if no permission is missing', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-change');
    for (const purpose of ['profile', 'mail-list', 'mail-change'] as const) {
      expect(await background.handlers.getApprovalRequest(id, purpose)).toBeNull();
    }
  });

  it('is not offered for a personal account, which has no administrator', async () => {
    const { background, id } = await world.signedIn(world.someone('personal'));
    expect(await background.handlers.getApprovalRequest(id, 'mail-list')).toBeNull();
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toBeUndefined();
  });

  it('is found at the next poll, without a window, after the administrator followed it elsewhere', async () => {
    const { background, id } = await inNeedOfApproval();
    await background.handlers.getApprovalRequest(id, 'mail-list');
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'approval-needed' } });
    world.tenant.control.consentForOrganisation(['Mail.ReadBasic']);
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
    const line = await lineOf(background, id, 'Mail.ReadBasic');
    expect(line).toMatchObject({ answer: 'granted', grantedBy: 'earlier' });
    expect(world.person.windows).toBe(2);
  });

  it('is looked for within the limit on token requests, however often the popup asks (T42)', async () => {
    const { background, id } = await inNeedOfApproval();
    await background.handlers.getApprovalRequest(id, 'mail-list');
    const before = world.tokenRequests();
    for (let count = 0; count < 20; count += 1) await background.handlers.getInbox(id);
    expect(world.tokenRequests() - before).toBeLessThanOrEqual(5);
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('An administrator at the window', () => {
  it('grants the permission, and the ledger names the administrator', async () => {
    const { background, id } = await inNeedOfApproval();
    world.person.is = world.someone('administrator');
    const session = await background.signIn(approve(id));
    expect(session).toMatchObject({ status: 'signed-in', account: { id }, accounts: [{ id }] });
    expect(session).not.toHaveProperty('obstacle');
    const line = await lineOf(background, id, 'Mail.ReadBasic');
    expect(line).toMatchObject({ answer: 'granted', grantedBy: 'administrator', askedFor: 'mail-list' });
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
    expect([...world.tenant.control.organisationConsents()]).not.toContain('Mail.Read');
    expect(world.person.addresses.at(-1)?.searchParams.get('scope')).toBe(
      'https://graph.microsoft.com/Mail.ReadBasic',
    );
  });

  it('may decline, which Microsoft calls consent_required there (T44)', async () => {
    const { background, id } = await inNeedOfApproval();
    Object.assign(world.person, { is: world.someone('administrator'), consents: 'decline' });
    await background.signIn(approve(id));
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'declined' });
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'declined' } });
  });

  it('is not asked if the person closes the page that wants an administrator', async () => {
    const { background, id } = await inNeedOfApproval();
    world.person.consents = 'close';
    const session = await background.signIn(approve(id));
    expect(session).toMatchObject({
      obstacle: { reason: 'window-closed', of: 'approve', purpose: 'mail-list' },
    });
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'obstacle' });
  });

  it('is asked for nothing if no permission is missing', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.signIn(approve(id));
    expect(world.person.windows).toBe(2);
  });
});

describe("The answer from the administrator's consent page", () => {
  it('counts as a grant only if the next token carries the permission (A18)', async () => {
    const { background, id } = await inNeedOfApproval();
    const session = await answerWith(background, id, {
      admin_consent: 'True',
      tenant: world.someone('member').tid,
      scope: 'https://graph.microsoft.com/Mail.ReadBasic',
    });
    expect(session).toMatchObject({ obstacle: { reason: 'partly-granted', purpose: 'mail-list' } });
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'none', grantedAt: null });
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'consent-missing' } });
  });

  it.each(['00000000-0000-4000-8000-00000000beef', 'evil.example'])(
    'leaves the account in its tenant, although it names tenant %s (A18)',
    async (tenant) => {
      const { background, id } = await inNeedOfApproval();
      world.tenant.control.consentForOrganisation(['Mail.ReadBasic']);
      const session = await answerWith(background, id, { admin_consent: 'True', tenant });
      expect(session).toMatchObject({ account: { id } });
      expect(session).not.toHaveProperty('obstacle');
      expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
      expect(world.network.asked.join(' ')).not.toContain(tenant);
    },
  );

  it.each<[string, Record<string, string>, Reason]>([
    ['another state', { admin_consent: 'True', state: 'other' }, 'unverified'],
    ['an error under another state', { error: 'consent_required', state: 'other' }, 'unverified'],
    ['neither a yes nor an error', {}, 'unverified'],
    ['a no in place of a yes', { admin_consent: 'False' }, 'unverified'],
    ['a failure of Microsoft’s', { admin_consent: 'True', error: 'server_error' }, 'microsoft-unavailable'],
    [
      'an error that nobody knows',
      { error: 'kettle_boiled', error_description: 'call the ironmonger' },
      'unexpected',
    ],
  ])('is refused with %s (T44, A18)', async (_, params, reason) => {
    const { background, id } = await inNeedOfApproval();
    const before = world.tokenRequests();
    const session = await answerWith(background, id, params);
    expect(session).toMatchObject({ obstacle: { reason, purpose: 'mail-list' } });
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ grantedAt: null, answer: 'none' });
    // One look before the window, for a consent that was given meanwhile; none for such an answer.
    expect(world.tokenRequests()).toBe(before + 1);
    expect(JSON.stringify(session)).not.toContain('ironmonger');
  });

  it.each([
    ['consent_required', 'AADSTS65004: declined'],
    ['permission_denied', ''],
    ['access_denied', 'AADSTS65004'],
  ])('counts as declined if its error is %s (T44)', async (error, description) => {
    const { background, id } = await inNeedOfApproval();
    await answerWith(background, id, { admin_consent: 'True', error, error_description: description });
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'declined' } });
  });

  it('counts as a closed window if the administrator leaves the page (T44)', async () => {
    const { background, id } = await inNeedOfApproval();
    const left = { admin_consent: 'True', error: 'access_denied', error_subcode: 'cancel' };
    const session = await answerWith(background, id, left);
    expect(session).toMatchObject({ obstacle: { reason: 'cancelled', of: 'approve' } });
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'none' });
  });
});
