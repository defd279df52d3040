import { describe, expect, it } from 'vitest';
import { minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, askedByLedger, askedOfMicrosoft, lineOf } from './consents.ts';

const world = setUpWorld();
const mira = () => world.someone('member');

describe('The search for a consent given elsewhere', () => {
  it('takes no permission away if one of several consents was revoked', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    world.tenant.control.revokeConsent(mira(), ['Mail.ReadBasic']);
    world.passTime(minutes(15));
    expect(await background.handlers.getCalendar(id)).toMatchObject({
      obstacle: { reason: 'consent-missing' },
    });
    expect(await lineOf(background, id, 'User.Read')).toMatchObject({ revokedAt: null, grantedBy: 'you' });
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ grantedAt: null });
  });

  it('asks for nothing that only an administrator has granted', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.consentForOrganisation(['User.Read', 'Files.Read.All', 'Calendars.Read']);
    world.passTime(minutes(15));
    await background.handlers.getInbox(id);
    world.passTime(minutes(15));
    await background.handlers.getInbox(id);
    expect(askedOfMicrosoft(world)).toEqual(['User.Read']);
    expect(await askedByLedger(background, id)).toEqual(['User.Read']);
  });

  it('judges each permission that a token response leaves out by itself', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await allow(background, id, 'calendar');
    world.tenant.control.revokeConsent(mira(), ['Mail.ReadBasic']);
    world.passTime(minutes(120));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ grantedAt: null });
    expect(await lineOf(background, id, 'Calendars.ReadBasic')).toMatchObject({ revokedAt: null });
    expect(await background.handlers.getCalendar(id)).toMatchObject({ kind: 'ready' });
  });

  it('finds an approval after a click, however many polls came before', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.getApprovalRequest(id, 'mail-list');
    for (let count = 0; count < 8; count += 1) await background.handlers.getInbox(id);
    Object.assign(world.person, { is: world.someone('administrator') });
    world.person.forgetCookies();
    const session = await background.signIn({ kind: 'approve', accountId: id, purpose: 'mail-list' });
    expect(session).not.toHaveProperty('obstacle');
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('Two panels that fail at the same time', () => {
  it('keep their failures apart', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    world.tenant.control.revokeConsent(mira(), ['Mail.ReadBasic']);
    world.passTime(minutes(120));
    const { getInbox, getProfile } = background.handlers;
    const [inbox, profile] = await Promise.all([getInbox(id), getProfile(id)]);
    expect(inbox).toMatchObject({ obstacle: { reason: 'consent-revoked', purpose: 'mail-list' } });
    expect(profile).toMatchObject({ kind: 'ready' });
  });
});

describe('A declined or postponed permission', () => {
  it('keeps the last answer if the person postpones it after a revocation', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    world.tenant.control.revokeConsent(mira(), ['Mail.ReadBasic']);
    world.passTime(minutes(120));
    await background.handlers.getInbox(id);
    await background.handlers.postpone(id, 'mail-list');
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'postponed' } });
  });

  it('loses its pause if no grant covers it any more', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-open');
    await background.handlers.setPaused(id, 'Mail.ReadBasic', true);
    world.tenant.control.revokeConsent(mira(), ['Mail.Read']);
    world.passTime(minutes(120));
    await background.handlers.getProfile(id);
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ isPaused: false });
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'consent-missing' } });
  });
});

describe('A photo that Graph refuses with 401', () => {
  it('does not end the sign-in', async () => {
    const { background, id } = await world.signedIn();
    const refused = { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };
    world.tenant.control.faults.graph = { '/v1.0/me/photo': refused };
    for (let count = 0; count < 3; count += 1) {
      expect(await background.handlers.getProfile(id)).toMatchObject({
        kind: 'ready',
        data: { photo: null },
      });
    }
    expect(world.tokenRequests()).toBe(1);
  });
});
