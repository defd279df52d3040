import { describe, expect, it } from 'vitest';
import type { SignInRequest } from '../../../src/contract.ts';
import { lastObstacle, openFlow, standingOf } from '../../../src/storage.ts';
import { defer } from '../../fakes/deferred.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, lineOf, scopesIn } from './consents.ts';

const world = setUpWorld();
const member = () => world.someone('member');
const approve = (accountId: string): SignInRequest => ({ kind: 'approve', accountId, purpose: 'mail-list' });
const closed = () => Promise.reject(new Error('The user did not approve access.'));
const lastAddress = () => world.person.addresses.at(-1)?.searchParams;

/** A member whose refresh token Microsoft has ended for this reason, which now stands. */
async function standingWith(change: () => void) {
  const { background, id } = await world.signedIn();
  change();
  world.passTime(hours(2));
  await background.handlers.getProfile(id);
  expect(await standingOf(id).get()).not.toBeNull();
  return { background, id };
}

describe('The address that a window is opened on', () => {
  it('names the account that is added, and leaves it to Microsoft whether to ask for it', async () => {
    const { background } = await world.signedIn();
    await background.signIn({ kind: 'add', username: 'ada@example.com' });
    expect(lastAddress()?.get('login_hint')).toBe('ada@example.com');
    expect(lastAddress()?.has('prompt')).toBe(false);
  });

  it('has the person choose an account where nobody is named', async () => {
    await world.signedIn();
    expect(lastAddress()?.get('prompt')).toBe('select_account');
    expect(lastAddress()?.has('login_hint')).toBe(false);
  });

  it('has the person sign in afresh after a changed password, with the hint of the account', async () => {
    const { background, id } = await standingWith(() =>
      world.tenant.control.answerWith(member(), { aadsts: 50132, grant: 'refresh' }),
    );
    await allow(background, id, 'profile');
    expect(lastAddress()?.get('prompt')).toBe('login');
    expect(lastAddress()?.has('login_hint')).toBe(true);
  });

  it('has no hint where an account that is gone has to be replaced by another', async () => {
    const { background, id } = await standingWith(() =>
      world.tenant.control.answerWith(member(), { aadsts: 50034, grant: 'refresh' }),
    );
    await allow(background, id, 'profile');
    expect(lastAddress()?.get('prompt')).toBe('select_account');
    expect(lastAddress()?.has('login_hint')).toBe(false);
  });

  it('asks for what is held where the person only has to come back', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    world.passTime(minutes(1));
    await allow(background, id, 'mail-list');
    expect(scopesIn(world.person.addresses.at(-1))).toEqual(['mail.readbasic']);
  });

  it('asks for the profile where what the click was for is paused, and the person has to come back', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    await background.handlers.setPaused(id, 'Mail.ReadBasic', true);
    world.tenant.control.answerWith(member(), { aadsts: 50173, grant: 'refresh' });
    world.passTime(hours(2));
    await background.handlers.getProfile(id);
    const before = world.person.windows;
    expect(await allow(background, id, 'mail-list')).not.toHaveProperty('obstacle');
    expect(world.person.windows).toBe(before + 1);
    expect(scopesIn(world.person.addresses.at(-1))).toEqual(['user.read']);
  });
});

describe('A look at Microsoft before a window', () => {
  it('is left out in the ten seconds after a token answer, which lists all that is granted', async () => {
    const { background, id } = await world.signedIn();
    const before = world.tokenRequests();
    world.passTime(9_000);
    world.person.does = closed;
    await allow(background, id, 'mail-list');
    expect(world.tokenRequests()).toBe(before);
    world.passTime(2_000);
    await allow(background, id, 'mail-list');
    expect(world.tokenRequests()).toBe(before + 1);
  });

  it('is skipped if silent renewal is over, as it could only fail', async () => {
    const { background, id } = await standingWith(() =>
      world.tenant.control.answerWith(member(), { aadsts: 50173, grant: 'refresh' }),
    );
    const before = world.tokenRequests();
    world.passTime(minutes(20));
    world.person.does = closed;
    await allow(background, id, 'mail-list');
    expect(world.tokenRequests()).toBe(before);
    expect(world.person.windows).toBe(2);
  });
});

describe('An administrator’s page', () => {
  it('is not opened for a personal account, which has no administrator', async () => {
    const { background, id } = await world.signedIn(world.someone('personal'));
    const session = await background.signIn(approve(id));
    expect(session).not.toHaveProperty('obstacle');
    expect(world.person.windows).toBe(1);
  });

  it('leaves the request for an administrator as it was if it is closed', async () => {
    world.tenant.control.setConsentPolicy('default');
    const { background, id } = await world.signedIn();
    await background.handlers.getApprovalRequest(id, 'mail-list');
    world.passTime(minutes(1));
    world.person.does = closed;
    const session = await background.signIn(approve(id));
    expect(session).toMatchObject({
      obstacle: { reason: 'window-closed', of: 'approve', purpose: 'mail-list' },
    });
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'approval-needed' });
  });

  it('creates no request for an administrator if it is closed and none was made', async () => {
    world.tenant.control.setConsentPolicy('default');
    const { background, id } = await world.signedIn();
    world.person.does = closed;
    await background.signIn(approve(id));
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'none' });
  });

  it('is checked later if the network was down when the administrator agreed', async () => {
    world.tenant.control.setConsentPolicy('default');
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    world.passTime(minutes(1));
    world.person.is = world.someone('administrator');
    world.person.does = async (_url, signIn) => {
      const address = await signIn();
      world.tenant.control.faults.token = { status: 503, body: {} };
      return address;
    };
    expect(await background.signIn(approve(id))).not.toHaveProperty('obstacle');
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({ answer: 'approval-needed' });
  });
});

describe('The end of a window', () => {
  it('is reported to the account that is shown if the window was for a new person', async () => {
    const { background, id } = await world.signedIn();
    world.person.does = closed;
    await background.signIn({ kind: 'add', username: 'ada@example.com' });
    expect(await lastObstacle.get()).toEqual({
      accountId: id,
      obstacle: { reason: 'window-closed', of: 'add' },
    });
  });

  it('is told with what could not be done, where an account was asked for something', async () => {
    const { background, id } = await world.signedIn();
    world.person.does = () => Promise.reject(new Error('Authorization page could not be loaded.'));
    await allow(background, id, 'mail-list');
    expect(await lastObstacle.get()).toEqual({
      accountId: id,
      obstacle: { reason: 'offline', purpose: 'mail-list', of: 'again' },
    });
  });

  it('counts as one window in the time line, however it was opened', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    const { steps } = await background.handlers.getLedger(id);
    expect(steps.reduce((total, { window }) => total + window, 0)).toBe(2);
  });

  it('keeps no claims where the failure brought none', async () => {
    const { background, id } = await world.signedIn();
    world.person.does = closed;
    await allow(background, id, 'mail-list');
    expect(await standingOf(id).get()).toBeNull();
  });

  it('says nothing where the sign-in was stored, and says where it was not', async () => {
    const { background, id } = await world.signedIn();
    expect(await lastObstacle.get()).toBeNull();
    fake.local.isFull = true;
    await allow(background, id, 'mail-list');
    expect(await lastObstacle.get()).toEqual({ accountId: id, obstacle: { reason: 'not-kept' } });
  });
});

describe('A sign-in that is under way', () => {
  it('is stored with its time, account and purpose until it ends', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(minutes(1));
    const hold = defer();
    world.person.does = async (_url, signIn) => {
      await hold.promise;
      return signIn();
    };
    const since = Date.now();
    const request = { kind: 'again', accountId: id, purpose: 'mail-list' } as const;
    expect(await background.handlers.signIn(request)).toMatchObject({ status: 'signing-in', since });
    expect(await openFlow.get()).toEqual({ since, accountId: id, purpose: 'mail-list' });
    hold.resolve();
    await expect.poll(() => background.handlers.getSession()).toMatchObject({ status: 'signed-in' });
    expect(await openFlow.get()).toBeNull();
  });

  it('is stored without an account or a purpose if the person is new', async () => {
    const background = await world.wake();
    const hold = defer();
    world.person.does = () => hold.promise.then(() => Promise.reject(new Error('closed')));
    await background.handlers.signIn({ kind: 'new' });
    expect(await openFlow.get()).toEqual({ since: Date.now(), accountId: null });
    hold.resolve();
    await expect.poll(() => openFlow.get()).toBeNull();
  });

  it('clears the outcome of the last one, and the signed-out notice', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.signOut([id]);
    await lastObstacle.set({ accountId: null, obstacle: { reason: 'offline' } });
    const session = await background.signIn();
    expect(session).not.toHaveProperty('obstacle');
    expect(session).not.toHaveProperty('farewell');
  });
});
