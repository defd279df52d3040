import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CredentialShape } from '../../../background/auth/credential.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { loseVaultKey } from '../../fakes/lost-key.ts';
import { type Background, hours, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const id = '893659ef-f0a7-4c3b-a158-faf4c81b02cb.bb3a4e87-240a-4fdc-bfe1-63a3d6c76b32';

const keys = {
  local: ['keep', 'schema', 'vault:accounts', `vault:credential:${id}`, 'vault:'],
  session: [
    'accounts',
    'openFlow',
    'lastObstacle',
    'farewell',
    `tokens:${id}`,
    `standing:${id}`,
    `requests:${id}`,
    'vault:accounts',
    `vault:credential:${id}`,
    'tokens:',
  ],
};

const account = {
  id,
  name: '',
  username: '',
  tenantId: '',
  loginHint: '',
  isPersonal: false,
  subject: '',
  since: 0,
};
/** Values of the right shape, or nearly, that say the wrong thing. */
const nearly = [
  { active: 'nobody', list: [] },
  { active: id, list: [account, account] },
  { active: null, list: [{ ...account, id: 'stranger' }] },
  { v: 1, nonce: '', data: '' },
  { v: 1, nonce: 'AAAAAAAAAAAAAAAA', data: 'AAAA' },
  [{ token: '', scopes: ['User.Read'], obtainedAt: 0, expiresOn: 8e15 }],
  { obstacle: { reason: 'no such reason' }, triedSessionAt: null },
  { obstacle: null, triedSessionAt: -1 },
  { since: 0, accountId: 'nobody' },
  { accountId: 'nobody', obstacle: { reason: 'offline' } },
  { username: '', tenantId: '../..', loginHint: '' },
  [1, 'two', null],
  Array.from({ length: 40 }, (_, index) => index * 1e12),
  -1,
  1e300,
];
const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(...nearly));
const damage = fc.record({
  local: fc.dictionary(fc.constantFrom(...keys.local), value),
  session: fc.dictionary(fc.constantFrom(...keys.session), value),
});

/** Asks everything that a page may ask. */
async function askEverything({ handlers }: Background): Promise<void> {
  const first = await handlers.getSession();
  await handlers.awaitSession(first.revision - 1);
  await handlers.getProfile(id);
  await handlers.getProfile('stranger');
  await handlers.switchAccount('stranger');
  await handlers.setKeep('until-close');
  await handlers.setKeep('on-disk');
  await handlers.signOut(['stranger']);
  await handlers.dismiss();
}

/** After that, a sign-in makes everything good. */
async function signInAgain(background: Background): Promise<void> {
  const session = await background.signIn();
  expect(session).toMatchObject({ status: 'signed-in', account: { id } });
  expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
}

describe('Storage that holds damaged values', () => {
  it('throws nothing out of a handler, and works again after a sign-in (S5)', async () => {
    await world.signedIn();
    const [local, session] = structuredClone([fake.local.items, fake.session.items]);
    const run = async (damaged: { local: Record<string, unknown>; session: Record<string, unknown> }) => {
      fake.local.items = { ...structuredClone(local), ...damaged.local };
      fake.session.items = { ...structuredClone(session), ...damaged.session };
      const background = await world.wake();
      await askEverything(background);
      await background.handlers.signOut([id]);
      await signInAgain(background);
    };
    await fc.assert(fc.asyncProperty(damage, run), { numRuns: 40, endOnFailure: true });
  });

  it.each([
    ['the accounts', 'vault:accounts'],
    ['the credential', `vault:credential:${id}`],
  ])('asks for a sign-in if %s cannot be read after a restart (S5)', async (_, key) => {
    await world.signedIn();
    world.person.forgetCookies();
    fake.local.items[key] = { v: 1, nonce: 'AAAAAAAAAAAAAAAA', data: 'AAAA' };
    const background = await world.restartBrowser();
    const session = await background.handlers.getSession();
    const reply = await background.handlers.getProfile(id);
    expect(reply).toMatchObject({ kind: 'obstacle', obstacle: { reason: 'session-ended' } });
    if (key === 'vault:accounts') {
      expect(session).toMatchObject({ status: 'signed-out', obstacle: { reason: 'vault-lost' } });
      expect(Object.keys(fake.local.items)).toEqual(['schema']);
    } else expect(session).toMatchObject({ status: 'signed-in', account: { id } });
    await signInAgain(background);
  });

  it('asks for a sign-in if the key is lost, and reports it once (S8)', async () => {
    await world.signedIn();
    await loseVaultKey();
    delete fake.local.items[`vault:credential:${id}`];
    const background = await world.restartBrowser();
    expect(await background.handlers.getSession()).toMatchObject({
      status: 'signed-out',
      obstacle: { reason: 'vault-lost' },
    });
    await background.handlers.dismiss();
    const next = await world.wake();
    expect(await next.handlers.getSession()).not.toHaveProperty('obstacle');
    await signInAgain(next);
    expect(await (await world.restartBrowser()).handlers.getSession()).toMatchObject({ status: 'signed-in' });
  });

  it.each([
    ['its list of tokens is cut', (text: string) => text.replace(/^(\{"idToken".{5}).*/, '$1')],
    ['its list of accounts is none', (text: string) => text.replace(/^\[.*/, '[{')],
    ['all of it is empty', (text: string) => (text ? '{}' : text)],
  ])(
    "renews from Microsoft's session if MSAL cannot read the decrypted value: %s (S5)",
    async (_, change) => {
      const { background } = await world.signedIn();
      const { vault } = background.services;
      const credential = (await vault.read(`credential:${id}`, CredentialShape)) ?? {};
      const changed = Object.entries(credential).map(([key, text]) => [key, change(text)]);
      expect(changed).not.toEqual(Object.entries(credential));
      await vault.write(`credential:${id}`, Object.fromEntries(changed));
      world.passTime(hours(2));
      expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
      expect(world.person.windows).toBe(1);
    },
  );

  it("renews from Microsoft's session if the key is lost while the browser is open (S8)", async () => {
    const { background } = await world.signedIn();
    await loseVaultKey();
    await background.handlers.getSession();
    const next = await world.wake();
    world.passTime(hours(2));
    expect(await next.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.person.windows).toBe(1);
  });

  it('shows a plain sign-out after all browsing data was cleared (S12)', async () => {
    await world.signedIn();
    world.person.forgetCookies();
    Object.assign(fake.local, { items: {} });
    globalThis.indexedDB = new IDBFactory();
    const background = await world.restartBrowser();
    const session = await background.handlers.getSession();
    expect(session).toMatchObject({ status: 'signed-out', keep: 'on-disk' });
    expect(session).not.toHaveProperty('obstacle');
    await signInAgain(background);
  });
});

describe('Storage that cannot be written', () => {
  it.each([
    ['full (S4)', () => Object.assign(fake.local, { isFull: true })],
    ['read-only (S6)', () => Object.assign(fake.local, { failWith: new Error('IO error') })],
  ])('keeps the sign-in in memory, and says so, while the disk is %s', async (_, fail) => {
    const background = await world.wake();
    // A disk that cannot even be read at a start is said to developers.
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    fail();
    const session = await background.signIn();
    expect(session).toMatchObject({ status: 'signed-in', obstacle: { reason: 'not-kept' } });
    world.passTime(hours(2));
    const next = await world.wake();
    expect(await next.handlers.getSession()).toMatchObject({ status: 'signed-in' });
    expect(await next.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect([world.person.windows, world.person.silentFlows]).toEqual([1, 0]);
    await next.handlers.dismiss();
    expect(await next.handlers.setKeep('on-disk')).toMatchObject({ obstacle: { reason: 'not-kept' } });
    expect(await next.handlers.getSession()).toMatchObject({ status: 'signed-in' });
    said.mockRestore();
  });

  it('costs no account while memory is full: tokens are renewed and served (S4)', async () => {
    const { background } = await world.signedIn();
    fake.session.isFull = true;
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
    fake.session.isFull = false;
    expect(await (await world.wake()).handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.person.windows).toBe(1);
  });

  it('leaves the values on disk alone while no key is available (S6)', async () => {
    await world.signedIn();
    // Said to developers, as a bug would be.
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { indexedDB: works } = globalThis;
    globalThis.indexedDB = Object.assign(new IDBFactory(), {
      open: () => {
        throw new Error('The database could not be opened.');
      },
    });
    await (await world.restartBrowser()).handlers.getSession();
    globalThis.indexedDB = works;
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
    const background = await world.restartBrowser();
    expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});
