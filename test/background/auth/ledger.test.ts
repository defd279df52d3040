import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../../src/contract.ts';
import { defer } from '../../fakes/deferred.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, consentElsewhere, lineOf } from './consents.ts';

const world = setUpWorld();
const storedFor = (id: string) =>
  [fake.local, fake.session].flatMap((area) => Object.keys(area.items)).filter((key) => key.includes(id));

describe('A ledger', () => {
  it('begins with the sign-in, and with the permissions that it asked for', async () => {
    const { background, id } = await world.signedIn();
    const { lines, steps } = await background.handlers.getLedger(id);
    expect(lines).toEqual([
      {
        scope: 'User.Read',
        permission: 'User.Read',
        askedAt: Date.now(),
        askedFor: 'profile',
        answer: 'granted',
        answeredAt: Date.now(),
        grantedAt: Date.now(),
        grantedBy: 'you',
        revokedAt: null,
        isPaused: false,
        lastUsedAt: null,
        uses: 0,
        carriedUntil: expect.any(Number),
      },
    ]);
    expect(steps).toEqual([{ from: expect.any(Number), token: 0, renewal: 0, window: 1, graph: 0 }]);
  });

  it('records the purpose and the time of each request, and the expiry of the token that carries it', async () => {
    world.tenant.control.faults.accessTokenSeconds = 3600;
    const { background, id } = await world.signedIn();
    const signedInAt = Date.now();
    world.passTime(minutes(20));
    await allow(background, id, 'calendar');
    expect(await lineOf(background, id, 'Calendars.ReadBasic')).toMatchObject({
      permission: 'Calendars.ReadBasic',
      askedFor: 'calendar',
      askedAt: signedInAt + minutes(20),
      grantedAt: signedInAt + minutes(20),
      grantedBy: 'you',
    });
    for (const scope of ['User.Read', 'Calendars.ReadBasic']) {
      const carriedUntil = (await lineOf(background, id, scope))?.carriedUntil ?? 0;
      expect(Math.abs(carriedUntil - Date.now() - hours(1))).toBeLessThan(2000);
    }
    expect(await lineOf(background, id, 'User.Read')).toMatchObject({ grantedAt: signedInAt });
  });

  it('counts each use of a permission, failed ones too', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.handlers.getInbox(id);
    world.passTime(minutes(1));
    await background.handlers.getInbox(id);
    world.tenant.control.faults.graph = { '/v1.0/me/mailFolders': { status: 503, body: {} } };
    const lastUsedAt = Date.now();
    await background.handlers.getInbox(id);
    const line = await lineOf(background, id, 'Mail.ReadBasic');
    expect(line).toMatchObject({ uses: 6, lastUsedAt });
    expect(await lineOf(background, id, 'User.Read')).toMatchObject({ uses: 0, lastUsedAt: null });
  });

  it('tells a permission that was granted before or elsewhere from one that was granted here', async () => {
    const { background, id } = await world.signedIn();
    await consentElsewhere(world, world.someone('member'), 'Notes.Read');
    world.passTime(hours(2));
    await background.handlers.getProfile(id);
    const line = await lineOf(background, id, 'Notes.Read');
    expect(line).toMatchObject({
      permission: null,
      askedAt: null,
      grantedBy: 'earlier',
      grantedAt: Date.now(),
    });
  });

  it('is unchanged in the next life, and after a restart', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.handlers.postpone(id, 'calendar');
    await background.handlers.getInbox(id);
    const before = await background.handlers.getLedger(id);
    const next = await world.wake();
    expect(await next.handlers.getLedger(id)).toEqual(before);
    const restarted = await world.restartBrowser();
    const gone = before.lines.map((line) => ({ ...line, carriedUntil: null }));
    expect(await restarted.handlers.getLedger(id)).toEqual({ lines: gone, steps: before.steps });
  });

  it('reveals nothing on disk', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    expect(Object.keys(fake.local.items)).toContain(`vault:ledger:${id}`);
    expect(JSON.stringify(fake.local.items)).not.toMatch(/Mail|ReadBasic|mail-list|granted/);
  });

  it('leaves nothing on disk if sign-in ends with the browser, and is gone after a restart', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.setKeep('until-close');
    await allow(background, id, 'mail-list');
    await background.handlers.getInbox(id);
    await background.handlers.getLedger(id);
    expect(Object.keys(fake.local.items).sort()).toEqual(['keep', 'schema']);
    const restarted = await world.restartBrowser();
    expect(await restarted.handlers.getLedger(id)).toEqual({ lines: [], steps: [] });
  });

  it('is kept on disk again if the person changes their mind', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.setKeep('until-close');
    await allow(background, id, 'mail-list');
    await background.handlers.setKeep('on-disk');
    const restarted = await world.restartBrowser();
    expect(await lineOf(restarted, id, 'Mail.ReadBasic')).toMatchObject({ grantedBy: 'you' });
  });

  it('belongs to one account alone', async () => {
    const { background: first, id } = await world.signedIn();
    await allow(first, id, 'mail-list');
    const { background, id: other } = await world.signedIn(world.someone('personal'));
    await allow(background, other, 'calendar');
    await background.handlers.postpone(other, 'mail-list');
    await background.handlers.getInbox(id);
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'granted', uses: 2 });
    expect(await lineOf(background, id, 'Calendars.ReadBasic')).toBeUndefined();
    expect(await lineOf(background, other, 'Mail.ReadBasic')).toMatchObject({ answer: 'postponed', uses: 0 });
    await background.handlers.signOut([other]);
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'granted', uses: 2 });
    expect(await background.handlers.getLedger(other)).toEqual({ lines: [], steps: [] });
  });
});

describe('A sign-out', () => {
  it('removes the ledger', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.handlers.getInbox(id);
    await background.handlers.signOut([id]);
    expect(storedFor(id)).toEqual([]);
    expect(await background.handlers.getLedger(id)).toEqual({ lines: [], steps: [] });
  });

  it('is not undone by a count that is written at the same time or afterwards (T40)', async () => {
    const { background, id } = await world.signedIn();
    const { ledger } = background.services;
    const hold = defer();
    world.tenant.control.faults.delay.graph = hold.promise;
    const profile = background.handlers.getProfile(id);
    await expect.poll(() => world.tenant.control.counters.graph).toBe(1);
    const settled = ledger.settle(id);
    await Promise.all([settled, background.handlers.signOut([id])]);
    hold.resolve();
    await profile;
    ledger.count(id, 'graph', ['User.Read']);
    await ledger.settle(id);
    expect(storedFor(id)).toEqual([]);
  });

  it.each<[string, (handlers: Handlers, id: string) => Promise<unknown>]>([
    ['postponing', ({ postpone }, id) => postpone(id, 'mail-list')],
    ['pausing', ({ setPaused }, id) => setPaused(id, 'Mail.ReadBasic', true)],
    ['asking for an approval', ({ getApprovalRequest }, id) => getApprovalRequest(id, 'mail-list')],
    ['looking', ({ getLedger, getInbox }, id) => Promise.all([getLedger(id), getInbox(id)])],
  ])('is not undone by %s afterwards (T40)', async (_, act) => {
    const { background, id } = await world.signedIn();
    await background.handlers.signOut([id]);
    await act(background.handlers, id);
    expect(storedFor(id)).toEqual([]);
  });
});
