import { describe, expect, it } from 'vitest';
import { loginHintOf } from '../../../demo/tenant/entra/browser-sessions.ts';
import type { Reply } from '../../../src/contract.ts';
import { PURPOSE_NAMES, type Purpose } from '../../../src/purposes.ts';
import { type Background, hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, askedByLedger, askedOfMicrosoft, consentElsewhere, lineOf, scopesIn } from './consents.ts';

const world = setUpWorld();
const member = () => world.someone('member');

/** Does what a purpose is for; the message is the first one of the inbox. */
async function use({ handlers }: Background, id: string, purpose: Purpose): Promise<Reply<unknown>> {
  if (purpose === 'profile') return handlers.getProfile(id);
  if (purpose === 'calendar') return handlers.getCalendar(id);
  const inbox = await handlers.getInbox(id);
  if (purpose === 'mail-list' || inbox.kind === 'obstacle') return inbox;
  const messageId = inbox.data.messages[0]?.id ?? '';
  return purpose === 'mail-open'
    ? handlers.openMessage(id, messageId)
    : handlers.edit(id, { kind: 'mark-message', messageId, isRead: true });
}

describe('A sign-in', () => {
  it('asks for User.Read and for nothing else', async () => {
    const { background, id } = await world.signedIn();
    expect(world.person.addresses.map(scopesIn)).toEqual([['user.read']]);
    expect(askedOfMicrosoft(world)).toEqual(['User.Read']);
    expect(await askedByLedger(background, id)).toEqual(['User.Read']);
  });
});

describe('A panel without its permission', () => {
  it.each([
    ['mail-list', 0],
    ['calendar', 0],
    ['mail-list', hours(2)],
    ['calendar', hours(25)],
  ] as const)(
    'shows the missing permission (%s) and asks Microsoft for nothing new, %i ms after the sign-in',
    async (purpose, wait) => {
      const { background, id } = await world.signedIn();
      world.passTime(wait);
      for (let count = 0; count < 3; count += 1) {
        expect(await use(background, id, purpose)).toMatchObject({
          obstacle: { reason: 'consent-missing', purpose },
        });
      }
      expect(askedOfMicrosoft(world)).toEqual(['User.Read']);
      expect([world.person.windows, world.tenant.control.counters.graph]).toEqual([1, 0]);
    },
  );
});

describe('The Continue button', () => {
  it('asks for exactly the permission that the panel needs, with the account as a hint', async () => {
    const { background, id } = await world.signedIn();
    const steps = [
      ['mail-list', 'mail.readbasic'],
      ['mail-open', 'mail.read'],
      ['mail-change', 'mail.readwrite'],
      ['calendar', 'calendars.readbasic'],
    ] as const;
    for (const [purpose, scope] of steps) {
      world.passTime(minutes(1));
      if (purpose !== 'mail-open' && purpose !== 'mail-change') {
        expect(await use(background, id, purpose)).toMatchObject({ obstacle: { reason: 'consent-missing' } });
      }
      await allow(background, id, purpose);
      const address = world.person.addresses.at(-1);
      expect(scopesIn(address)).toEqual([scope]);
      expect(address?.searchParams.get('login_hint')).toBe(loginHintOf(member()));
      expect(address?.searchParams.has('prompt')).toBe(false);
      expect(await use(background, id, purpose)).toMatchObject({ kind: 'ready' });
    }
    expect(world.person.windows).toBe(5);
    expect(await askedByLedger(background, id)).toEqual(askedOfMicrosoft(world));
  });

  it('is needed once: Lanyard asks for nothing again in the next life, after a restart, or after a day', async () => {
    const { background, id } = await world.signedIn();
    for (const purpose of ['mail-list', 'calendar'] as const) await allow(background, id, purpose);
    for (const [begin, wait] of [
      [world.wake, 0],
      [world.restartBrowser, 0],
      [world.wake, hours(25)],
    ] as const) {
      world.passTime(wait);
      const next = await begin();
      for (const purpose of ['mail-list', 'calendar'] as const) {
        expect(await use(next, id, purpose)).toMatchObject({ kind: 'ready' });
      }
    }
    expect(world.person.windows).toBe(3);
  });

  it('leads to one token request for all permissions together after a restart', async () => {
    const { background, id } = await world.signedIn();
    for (const purpose of ['mail-list', 'calendar'] as const) await allow(background, id, purpose);
    const before = world.tokenRequests();
    const restarted = await world.restartBrowser();
    for (const purpose of ['profile', 'mail-list', 'calendar'] as const) await use(restarted, id, purpose);
    expect(world.tokenRequests()).toBe(before + 1);
  });

  it('opens no window if the permission was granted on another device meanwhile', async () => {
    const { background, id } = await world.signedIn();
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'consent-missing' } });
    world.passTime(minutes(1));
    await consentElsewhere(world, member(), 'Mail.ReadBasic');
    expect(await allow(background, id, 'mail-list')).not.toHaveProperty('obstacle');
    expect(world.person.windows).toBe(1);
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({
      answer: 'granted',
      grantedBy: 'earlier',
      askedAt: null,
    });
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('A permission that was granted before', () => {
  it('is found by a sign-in after a sign-out, and is not asked for again', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.handlers.signOut([id]);
    await background.signIn();
    expect(scopesIn(world.person.addresses.at(-1))).toEqual(['user.read']);
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
    expect(world.person.windows).toBe(3);
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({
      grantedBy: 'earlier',
      askedAt: null,
    });
  });

  it('is found by the panel itself, some time after it was granted elsewhere', async () => {
    const { background, id } = await world.signedIn();
    await consentElsewhere(world, member(), 'Mail.ReadBasic');
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'consent-missing' } });
    world.passTime(minutes(11));
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
    expect(world.person.windows).toBe(1);
  });

  it('is found by a single token request, whose token the panel uses', async () => {
    const { background, id } = await world.signedIn();
    await consentElsewhere(world, member(), 'Mail.ReadBasic');
    world.passTime(minutes(11));
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
    expect(world.tokenRequests()).toBe(2);
  });
});

describe('A broader permission', () => {
  it('covers the narrower purposes, which Lanyard then never asks for', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-change');
    for (const purpose of ['mail-list', 'mail-open', 'mail-change'] as const) {
      expect(await use(background, id, purpose)).toMatchObject({ kind: 'ready' });
    }
    world.passTime(hours(2));
    const restarted = await world.restartBrowser();
    expect(await use(restarted, id, 'mail-open')).toMatchObject({ kind: 'ready' });
    expect(world.person.windows).toBe(2);
    expect(askedOfMicrosoft(world)).toEqual(['Mail.ReadWrite', 'User.Read']);
  });

  it.each([
    ['mail-list', 'Mail.ReadWrite'],
    ['mail-open', 'Mail.ReadWrite'],
    ['calendar', 'Calendars.Read'],
    ['calendar', 'Calendars.ReadWrite'],
  ] as const)('serves %s if the organisation has granted %s, without a window', async (purpose, scope) => {
    world.tenant.control.consentForOrganisation([scope]);
    const { background, id } = await world.signedIn();
    expect(await use(background, id, purpose)).toMatchObject({ kind: 'ready' });
    await allow(background, id, purpose);
    world.passTime(hours(2));
    const restarted = await world.restartBrowser();
    expect(await use(restarted, id, purpose)).toMatchObject({ kind: 'ready' });
    expect(world.person.addresses.flatMap(scopesIn).filter((each) => each !== scope.toLowerCase())).toEqual([
      'user.read',
    ]);
    expect(await lineOf(restarted, id, scope)).toMatchObject({ grantedBy: 'earlier', askedAt: null });
  });

  it('serves only the account that it was granted to', async () => {
    const { background: first, id } = await world.signedIn();
    await allow(first, id, 'mail-change');
    const { background, id: other } = await world.signedIn(world.someone('personal'));
    expect(await background.handlers.getInbox(other)).toMatchObject({
      obstacle: { reason: 'consent-missing' },
    });
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('A new account', () => {
  it.each(PURPOSE_NAMES)('is asked for no more than the profile after a click for %s', async (purpose) => {
    const { background, id } = await world.signedIn();
    await background.handlers.signOut([id]);
    await allow(background, id, purpose);
    expect(scopesIn(world.person.addresses.at(-1))).toEqual(['user.read']);
    expect(world.person.addresses.at(-1)?.searchParams.get('prompt')).toBe('select_account');
  });
});
