import { describe, expect, it } from 'vitest';
import type { SignInRequest } from '../../../src/contract.ts';
import { openFlow } from '../../../src/storage.ts';
import { defer } from '../../fakes/deferred.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, lineOf } from './consents.ts';

const world = setUpWorld();
const approve = (id: string): SignInRequest => ({ kind: 'approve', accountId: id, purpose: 'mail-list' });

describe('An administrator’s page that is open while another account signs out', () => {
  it('changes nothing when its answer comes, for that sign-out has ended the visit', async () => {
    world.tenant.control.setConsentPolicy('default');
    const { background: first, id: other } = await world.signedIn(world.someone('personal'));
    await first.handlers.getSession();
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    world.passTime(minutes(1));
    const [opened, hold] = [defer(), defer()];
    world.person.is = world.someone('administrator');
    const ended = defer();
    world.person.does = async (_url, signIn) => {
      opened.resolve();
      await hold.promise;
      return signIn().finally(ended.resolve);
    };
    await background.handlers.signIn(approve(id));
    await opened.promise;
    await background.handlers.signOut([other]);
    const before = world.tokenRequests();
    const answered = await lineOf(background, id, 'Mail.ReadBasic');
    hold.resolve();
    await ended.promise;
    // The lock of the window is free once the visit has ended; a look at Microsoft would have begun by then.
    world.person.does = () => Promise.reject(new Error('The user did not approve access.'));
    await expect
      .poll(async () => {
        const session = await background.signIn({ kind: 'new' });
        return 'obstacle' in session && session.obstacle?.reason;
      })
      .toBe('window-closed');
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toEqual(answered);
    expect(world.tokenRequests()).toBe(before);
  });
});

describe('A record of an open window that a stopped background has left', () => {
  it('is of a sign-in that has ended where the account came with the very same millisecond', async () => {
    const { background, id } = await world.signedIn();
    const account = await background.services.book.find(id);
    await openFlow.set({ since: account?.since ?? 0, accountId: null });
    expect(await (await world.wake()).handlers.getSession()).not.toHaveProperty('obstacle');
    expect(fake.session.items).not.toHaveProperty('openFlow');
  });

  it('is of a sign-in that has ended where one of several accounts has come since', async () => {
    await world.signedIn();
    world.passTime(1);
    const since = Date.now();
    await world.signedIn(world.someone('personal'));
    await openFlow.set({ since, accountId: null });
    expect(await (await world.wake()).handlers.getSession()).not.toHaveProperty('obstacle');
  });

  it('is of one that was interrupted where every account had come before', async () => {
    const { background, id } = await world.signedIn();
    const account = await background.services.book.find(id);
    await openFlow.set({ since: (account?.since ?? 0) + 1, accountId: id, purpose: 'mail-list' });
    expect(await (await world.wake()).handlers.getSession()).toMatchObject({
      obstacle: { reason: 'interrupted', purpose: 'mail-list' },
    });
    expect(fake.session.items).not.toHaveProperty('openFlow');
  });
});
