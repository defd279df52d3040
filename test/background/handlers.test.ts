import { describe, expect, it } from 'vitest';
import { CredentialShape } from '../../background/auth/credential.ts';
import { createHandlers } from '../../background/handlers.ts';
import { answer } from '../../src/messaging.ts';
import { openFlow } from '../../src/storage.ts';
import { defer } from '../fakes/deferred.ts';
import { deliver, EXTENSION_ID, EXTENSION_URL, fake } from '../fakes/fake-browser.ts';
import { hours, setUpWorld } from '../fakes/world.ts';

const world = setUpWorld();
const permissions = ['User.Read'] as const;
const stored = () => [...Object.keys(fake.local.items), ...Object.keys(fake.session.items)];
const page = { id: EXTENSION_ID, url: `${EXTENSION_URL}popup/index.html` };

describe('A background that starts', () => {
  it('creates one MSAL, one recovery and one token request for two messages in its first turn (L12)', async () => {
    const { id } = await world.signedIn();
    world.passTime(1);
    await openFlow.set({ since: Date.now(), accountId: id });
    world.passTime(hours(2));
    const written: string[] = [];
    let answers: Promise<unknown[]> = Promise.resolve([]);
    await world.wake((services) => {
      const gate = fake.session.gate;
      fake.session.gate = async (call, keys) => {
        if (call === 'set') written.push(...keys);
        await gate?.(call, keys);
      };
      answer(createHandlers(services), () => undefined);
      const ask = (method: string, ...params: unknown[]) => deliver({ method, params }, page);
      answers = Promise.all([
        ask('getProfile', id),
        ask('getProfile', id),
        ask('getSession'),
        ask('getSession'),
      ]);
    });
    const [first, second, ...sessions] = await answers;
    expect([first, second]).toMatchObject([{ value: { kind: 'ready' } }, { value: { kind: 'ready' } }]);
    for (const session of sessions) expect(session).toMatchObject({ value: { status: 'signed-in' } });
    expect(written.filter((key) => key === 'lastObstacle')).toHaveLength(1);
    expect(world.tokenRequests()).toBe(2);
  });

  it.each([
    ['with an account', true],
    ['with nobody', false],
  ])('reports an interrupted sign-in once, and the next click works: %s (L4)', async (_, hasAccount) => {
    const id = hasAccount ? (await world.signedIn()).id : null;
    const killed = await world.wake();
    const opened = defer();
    world.person.does = () => {
      opened.resolve();
      return new Promise(() => undefined);
    };
    await killed.handlers.signIn(id ? { kind: 'again', accountId: id, purpose: 'profile' } : { kind: 'new' });
    await opened.promise;
    world.person.does = null;
    const { handlers } = await world.wake();
    const status = hasAccount ? 'signed-in' : 'signed-out';
    expect(await handlers.getSession()).toMatchObject({ status, obstacle: { reason: 'interrupted' } });
    if (id) expect(await handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(await handlers.dismiss()).not.toHaveProperty('obstacle');
    expect(await (await world.wake()).handlers.getSession()).not.toHaveProperty('obstacle');
    const again = await world.wake();
    const session = await again.signIn(
      id ? { kind: 'again', accountId: id, purpose: 'profile' } : { kind: 'new' },
    );
    expect(session).toMatchObject({ status: 'signed-in' });
    expect(session).not.toHaveProperty('obstacle');
  });

  it('reports no interrupted sign-in if only its record was left behind', async () => {
    const since = Date.now();
    await world.signedIn();
    await openFlow.set({ since, accountId: null });
    const session = await (await world.wake()).handlers.getSession();
    expect(session).toMatchObject({ status: 'signed-in' });
    expect(session).not.toHaveProperty('obstacle');
    expect(stored()).not.toContain('openFlow');
  });

  it('finds no request state of a sign-in in storage (S10)', async () => {
    const background = await world.wake();
    const seen: string[] = [];
    world.person.does = async (url, signIn) => {
      seen.push(JSON.stringify([fake.local.items, fake.session.items]));
      for (const name of ['state', 'nonce'])
        expect(seen[0]).not.toContain(new URL(url).searchParams.get(name));
      return signIn();
    };
    const session = await background.signIn();
    const id = session.status === 'signed-in' ? session.account.id : '';
    const credential = await background.services.vault.read(`credential:${id}`, CredentialShape);
    seen.push(JSON.stringify(credential));
    expect(seen.at(-1)).toContain('RefreshToken');
    expect(seen.at(-1)).not.toMatch(/"(AccessToken|IdToken)|msal\.version/);
    seen.push(JSON.stringify([fake.local.items, fake.session.items]));
    for (const text of seen) expect(text).not.toMatch(/interaction|verifier|request\.params/i);
  });
});

describe('A sign-out', () => {
  it('keeps a refresh in flight from storing or requesting anything (T40)', async () => {
    const { background, id } = await world.signedIn();
    const { handlers } = background;
    const hold = defer();
    world.tenant.control.faults.delay.token = hold.promise;
    world.passTime(hours(2));
    const profile = handlers.getProfile(id);
    await expect.poll(() => world.tokenRequests()).toBe(2);
    expect(await handlers.signOut([id])).toMatchObject({ status: 'signed-out' });
    hold.resolve();
    expect(await profile).toMatchObject({ obstacle: { reason: 'session-ended' } });
    expect(stored().filter((key) => key.includes(id))).toEqual([]);
    expect([world.tokenRequests(), world.person.silentFlows]).toEqual([2, 0]);
  });

  it('keeps a refresh that fails afterwards from writing anything (T40)', async () => {
    const { background, id } = await world.signedIn();
    const hold = defer();
    const { faults } = world.tenant.control;
    Object.assign(faults, { token: { status: 429, body: {} } });
    faults.delay.token = hold.promise;
    world.passTime(hours(2));
    const profile = background.handlers.getProfile(id);
    await expect.poll(() => world.tokenRequests()).toBe(2);
    await background.handlers.signOut([id]);
    hold.resolve();
    expect(await profile).toMatchObject({ kind: 'obstacle' });
    expect(stored().filter((key) => key.includes(id))).toEqual([]);
  });

  it('keeps an old refresh from storing anything in a new sign-in (T40)', async () => {
    const { background, id } = await world.signedIn();
    const hold = defer();
    world.tenant.control.faults.delay.token = hold.promise;
    world.passTime(hours(2));
    const old = background.services.ladder.token({ accountId: id, permissions }).catch(() => 'nothing');
    await expect.poll(() => world.tokenRequests()).toBe(2);
    await background.handlers.signOut([id]);
    world.tenant.control.faults.delay.token = null;
    world.passTime(1);
    const signedIn = background.signIn();
    hold.resolve();
    expect(await old).toBe('nothing');
    expect(await signedIn).toMatchObject({ status: 'signed-in', account: { id } });
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });

  it('leaves no obstacle while a window is open, whatever the window returns', async () => {
    const { background, id } = await world.signedIn();
    const { handlers } = background;
    const [opened, hold, closed] = [defer(), defer(), defer()];
    world.person.does = async (_url, signIn) => {
      opened.resolve();
      await hold.promise;
      const address = await signIn();
      closed.resolve();
      return address;
    };
    await handlers.signIn({ kind: 'add', username: world.someone('personal').userPrincipalName });
    await opened.promise;
    expect(await handlers.signOut([id])).toMatchObject({ status: 'signed-out' });
    hold.resolve();
    await closed.promise;
    await expect.poll(() => world.tokenRequests()).toBe(2);
    world.person.does = null;
    const next = await world.wake();
    expect(await next.handlers.getSession()).toMatchObject({ status: 'signed-out' });
    expect(await next.handlers.getSession()).not.toHaveProperty('obstacle');
    expect(Object.keys(fake.local.items)).toEqual(['schema']);
  });

  it('leaves the other account as it was, and active', async () => {
    const { id } = await world.signedIn();
    const other = (await world.signedIn(world.someone('personal'))).id;
    const { handlers } = await world.wake();
    expect(await handlers.signOut([other])).toMatchObject({ account: { id }, accounts: [{ id }] });
    expect(stored().filter((key) => key.includes(other))).toEqual([]);
    expect(await handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('A page that waits for the session', () => {
  it('receives a change at once, and also one that it missed', async () => {
    const { background } = await world.signedIn();
    const { handlers } = background;
    const before = await handlers.getSession();
    const waiting = handlers.awaitSession(before.revision);
    const changed = await handlers.setKeep('until-close');
    expect(await waiting).toEqual(changed);
    expect(changed.revision).toBeGreaterThan(before.revision);
    expect(await handlers.awaitSession(before.revision)).toEqual(changed);
  });

  it('receives the outcome of a sign-in', async () => {
    const background = await world.wake();
    world.person.does = () => Promise.reject(new Error('The user did not approve access.'));
    const session = await background.signIn();
    expect(session).toMatchObject({ status: 'signed-out', obstacle: { reason: 'window-closed' } });
    expect(stored()).not.toContain('openFlow');
  });
});

describe('Two clicks on sign-in', () => {
  it('open one window (S1)', async () => {
    const background = await world.wake();
    const sessions = await Promise.all([background.signIn(), background.signIn()]);
    expect(sessions).toMatchObject([{ status: 'signed-in' }, { status: 'signed-in' }]);
    expect(world.person.windows).toBe(1);
  });
});
