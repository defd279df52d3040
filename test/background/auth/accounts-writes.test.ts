import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createAccountBook,
  whileSignedIn,
  withAccount,
  withoutAccounts,
} from '../../../background/auth/accounts.ts';
import { createVault } from '../../../background/auth/vault.ts';
import type { AccountRecord } from '../../../src/storage.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';

const account = (id: string, since = 1): AccountRecord => ({
  id,
  name: id,
  username: id,
  tenantId: 't',
  loginHint: id,
  isPersonal: false,
  subject: id,
  since,
});
const written: string[] = [];

beforeEach(() => {
  resetFakeBrowser();
  globalThis.indexedDB = new IDBFactory();
  written.length = 0;
  const note = (area: string) => async (call: string, keys: readonly string[]) => {
    const isBooks = keys.some((key) => key.endsWith('accounts'));
    if (call !== 'get' && isBooks) written.push(`${call} ${area}`);
  };
  fake.local.gate = note('disk');
  fake.session.gate = note('memory');
});

/** A book with these accounts. */
async function bookOf(...ids: string[]) {
  const vault = createVault();
  const book = createAccountBook(vault);
  for (const id of ids)
    await book.change(async (accounts) => ({ accounts: withAccount(accounts, account(id)), result: id }));
  written.length = 0;
  const remove = (...gone: string[]) =>
    book.change(async (accounts) => ({
      accounts: withoutAccounts(accounts, new Set(gone)),
      result: undefined,
    }));
  return { vault, book, remove };
}

describe('A change of the accounts', () => {
  it('has who comes on disk before anybody sees them', async () => {
    const { book } = await bookOf('a');
    await book.change(async (accounts) => ({ accounts: withAccount(accounts, account('b')), result: 0 }));
    expect(written.filter((write) => write.startsWith('set'))).toEqual(['set disk', 'set memory']);
  });

  it('is on disk first as well where the only one signs in again', async () => {
    const { book } = await bookOf('a');
    await book.change(async (accounts) => ({ accounts: withAccount(accounts, account('a', 2)), result: 0 }));
    expect(written.filter((write) => write.startsWith('set'))).toEqual(['set disk', 'set memory']);
  });

  it('has who leaves out of sight before the disk knows', async () => {
    const { remove } = await bookOf('a', 'b');
    await remove('b');
    expect(written.filter((write) => write.startsWith('set'))).toEqual(['set memory', 'set disk']);
  });

  it('leaves nothing of the last one in the vault', async () => {
    const { vault, remove, book } = await bookOf('a', 'b');
    await remove('a');
    expect(await vault.names()).toEqual(['accounts']);
    await remove('b');
    expect(await vault.names()).toEqual([]);
    expect(await book.read()).toEqual({ active: null, list: [] });
  });

  it('writes nothing where nothing was changed', async () => {
    const { book } = await bookOf('a');
    expect(await book.change(async (accounts) => ({ accounts, result: 'looked' }))).toBe('looked');
    expect(written).toEqual([]);
  });
});

describe('An account in the book', () => {
  it('is found by its own id, and a stranger is not', async () => {
    const { book } = await bookOf('a', 'b');
    expect(await book.find('b')).toMatchObject({ id: 'b' });
    expect(await book.find('c')).toBeNull();
    expect(await book.find('c', 1)).toBeNull();
  });

  it('keeps what the person has turned on when they sign in again, and is new in everything else', () => {
    const known = { ...account('a'), watches: [] };
    const { list } = withAccount({ active: 'a', list: [account('b'), known] }, account('a', 2));
    expect(list).toEqual([account('b'), { ...account('a', 2), watches: [] }]);
  });

  it('stays the active one when another leaves', () => {
    const list = ['a', 'b', 'c'].map((id) => account(id));
    expect(withoutAccounts({ active: 'b', list }, new Set(['c'])).active).toBe('b');
  });

  it('has work done for it while it is signed in, and for nobody else', async () => {
    const { book } = await bookOf('a', 'b');
    expect(await whileSignedIn(book, 'b', async () => 'done')).toBe('done');
    let isDone = false;
    const work = async () => {
      isDone = true;
    };
    expect(await whileSignedIn(book, 'c', work)).toBeNull();
    expect(isDone).toBe(false);
    expect(written).toEqual([]);
  });
});

describe('The book after a restart', () => {
  it('is read from the vault, and stays there', async () => {
    const { vault } = await bookOf('a');
    fake.session.items = {};
    const next = createAccountBook(createVault());
    expect(await next.load()).toBe(true);
    expect((await next.read()).list).toEqual([account('a')]);
    expect(await vault.names()).toEqual(['accounts']);
  });

  it('is empty where nothing was kept, and nothing is written', async () => {
    expect(await createAccountBook(createVault()).load()).toBe(true);
    expect(written).toEqual([]);
  });

  it('reports once that it was lost and removes it if it cannot be read', async () => {
    await bookOf('a');
    fake.session.items = {};
    fake.local.items['vault:accounts'] = { v: 1, nonce: '', data: '' };
    const vault = createVault();
    expect(await createAccountBook(vault).load()).toBe(false);
    expect(await vault.names()).toEqual([]);
    expect(await createAccountBook(vault).load()).toBe(true);
  });

  it('is not read from the vault again in the same life of the browser', async () => {
    await bookOf('a');
    fake.local.items['vault:accounts'] = { v: 1, nonce: '', data: '' };
    const next = createAccountBook(createVault());
    expect(await next.load()).toBe(true);
    expect((await next.read()).list).toEqual([account('a')]);
  });
});
