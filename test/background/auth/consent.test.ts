import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../src/errors.ts';
import type { Answer } from '../../../src/ledger.ts';
import { fake } from '../../fakes/fake-browser.ts';
import type { FakePerson } from '../../fakes/fake-person.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, lineOf } from './consents.ts';

const world = setUpWorld();

/** A person with a calendar in Lanyard, who is then asked for mail, and does this. */
async function afterMailCard(does: Partial<FakePerson>, kind: 'member' | 'personal' = 'member') {
  const { background, id } = await world.signedIn(world.someone(kind));
  await allow(background, id, 'calendar');
  Object.assign(world.person, does);
  const session = await allow(background, id, 'mail-list');
  return { background, id, session };
}

describe('A permission that Lanyard has asked Microsoft for', () => {
  it.each<[string, Partial<FakePerson>, { answer: Answer; reason: Reason; told: Reason | null }]>([
    ['declined', { consents: 'decline' }, { answer: 'declined', reason: 'declined', told: null }],
    [
      'left open by closing the window',
      { consents: 'close' },
      { answer: 'none', reason: 'consent-missing', told: 'approval-likely' },
    ],
    [
      'not to be had without a network',
      { does: () => Promise.reject(new Error('Authorization page could not be loaded.')) },
      { answer: 'none', reason: 'consent-missing', told: 'offline' },
    ],
  ])(
    'is recorded as it ended, and the calendar keeps working: %s',
    async (_, does, { answer, reason, told }) => {
      const { background, id, session } = await afterMailCard(does);
      const line = await lineOf(background, id, 'Mail.ReadBasic');
      expect(line).toMatchObject({ answer, askedFor: 'mail-list', grantedAt: null, grantedBy: null });
      expect(await background.handlers.getInbox(id)).toMatchObject({
        obstacle: { reason, purpose: 'mail-list' },
      });
      if (told) expect(session).toMatchObject({ obstacle: { reason: told, purpose: 'mail-list' } });
      else expect(session).not.toHaveProperty('obstacle');
      expect(await background.handlers.getCalendar(id)).toMatchObject({ kind: 'ready' });
    },
  );

  it.each([
    ['left through its way back', 'leave'],
    ['closed', 'close'],
  ] as const)('may need an administrator if the page "Need admin approval" was %s', async (_, atDeadEnd) => {
    const { background, id } = await world.signedIn();
    world.tenant.control.setConsentPolicy('default');
    world.person.atDeadEnd = atDeadEnd;
    const session = await allow(background, id, 'mail-list');
    expect(session).toMatchObject({ obstacle: { reason: 'approval-likely', purpose: 'mail-list' } });
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'none', grantedAt: null });
    expect(await background.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'consent-missing' } });
  });

  it.each([
    ['closed', { consents: 'close' }, 'window-closed'],
    ['cancelled', { does: (url: string) => Promise.resolve(cancelled(url)) }, 'cancelled'],
  ] as const)('needs no administrator on a personal account if the window was %s', async (_, does, told) => {
    const { session } = await afterMailCard(does, 'personal');
    expect(session).toMatchObject({ obstacle: { reason: told, purpose: 'mail-list' } });
  });

  it('is asked for again at the next click, and is granted then', async () => {
    const { background, id } = await afterMailCard({ consents: 'decline' });
    world.passTime(minutes(1));
    world.person.consents = 'accept';
    expect(await allow(background, id, 'mail-list')).not.toHaveProperty('obstacle');
    const line = await lineOf(background, id, 'Mail.ReadBasic');
    expect(line).toMatchObject({ answer: 'granted', grantedBy: 'you', askedAt: Date.now() });
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });

  it('is asked for again if the background was stopped while the window was open (L4)', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(minutes(1));
    world.person.does = () => new Promise(() => undefined);
    await background.handlers.signIn({ kind: 'again', accountId: id, purpose: 'mail-list' });
    await expect.poll(() => world.person.windows).toBe(2);
    const next = await world.wake();
    expect(await next.handlers.getSession()).toMatchObject({
      status: 'signed-in',
      obstacle: { reason: 'interrupted', purpose: 'mail-list' },
    });
    expect(await lineOf(next, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'none', grantedAt: null });
    expect(await next.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'consent-missing' } });
    world.person.does = null;
    await allow(next, id, 'mail-list');
    expect(await next.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('A permission that was postponed', () => {
  it('is asked for only after a click, in this life and after a restart', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.postpone(id, 'mail-list');
    const restarted = await world.restartBrowser();
    world.passTime(hours(2));
    expect(await restarted.handlers.getInbox(id)).toMatchObject({
      obstacle: { reason: 'postponed', purpose: 'mail-list' },
    });
    expect(await lineOf(restarted, id, 'Mail.ReadBasic')).toMatchObject({
      answer: 'postponed',
      askedAt: null,
    });
    await allow(restarted, id, 'mail-list');
    expect(await restarted.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });

  it('stays granted if it was granted already', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.handlers.postpone(id, 'mail-list');
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'granted' });
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('A permission that is paused', () => {
  it('is not used while a broader one is, and is used again afterwards, without a request to Microsoft', async () => {
    const { background, id } = await world.signedIn();
    const { handlers } = background;
    await allow(background, id, 'mail-list');
    await allow(background, id, 'mail-change');
    const inbox = await handlers.getInbox(id);
    const messageId = inbox.kind === 'ready' ? (inbox.data.messages[0]?.id ?? '') : '';
    const before = [world.tokenRequests(), world.tenant.control.counters.graph];
    await handlers.setPaused(id, 'Mail.ReadWrite', true);
    const mark = { kind: 'mark-message', messageId, isRead: true } as const;
    expect(await handlers.edit(id, mark)).toMatchObject({ obstacle: { reason: 'paused' } });
    expect([world.tokenRequests(), world.tenant.control.counters.graph]).toEqual(before);
    expect(await handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
    await handlers.setPaused(id, 'Mail.ReadWrite', false);
    expect(await handlers.edit(id, mark)).toMatchObject({ kind: 'ready' });
    expect(world.tokenRequests()).toBe(before[0]);
    expect(world.person.windows).toBe(3);
  });

  it('stays paused in the next life and after a restart, and stays granted at Microsoft', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.handlers.setPaused(id, 'Mail.ReadBasic', true);
    for (const begin of [world.wake, world.restartBrowser]) {
      const next = await begin();
      world.passTime(hours(2));
      expect(await next.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'paused' } });
      expect(await lineOf(next, id, 'Mail.ReadBasic')).toMatchObject({ isPaused: true, answer: 'granted' });
    }
    expect([...world.tenant.control.consents(world.someone('member'))]).toContain('Mail.ReadBasic');
  });

  it('needs no administrator, as only the person can resume it', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.handlers.setPaused(id, 'Mail.ReadBasic', true);
    expect(await background.handlers.getApprovalRequest(id, 'mail-list')).toBeNull();
    await background.handlers.postpone(id, 'mail-list');
    await allow(background, id, 'mail-list');
    expect(world.person.windows).toBe(2);
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'granted' });
  });
});

describe('An account that is not signed in', () => {
  it('has no permission, no ledger and no request for an administrator', async () => {
    const { handlers } = await world.wake();
    expect(await handlers.getInbox('nobody')).toMatchObject({ obstacle: { reason: 'session-ended' } });
    await handlers.postpone('nobody', 'mail-list');
    await handlers.setPaused('nobody', 'Mail.ReadBasic', true);
    expect(await handlers.getApprovalRequest('nobody', 'mail-list')).toBeNull();
    expect(await handlers.getLedger('nobody')).toEqual({ lines: [], steps: [] });
    expect(Object.keys({ ...fake.local.items, ...fake.session.items })).toEqual(['schema', 'face']);
  });
});

/** What comes back where the person cancels Microsoft's page. */
function cancelled(url: string): string {
  const state = new URL(url).searchParams.get('state');
  return `https://lanyard-id.chromiumapp.org/#error=access_denied&error_subcode=cancel&state=${state}`;
}
