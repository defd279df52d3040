import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type AccountBook,
  createAccountBook,
  withAccount,
  withoutAccounts,
} from '../../../background/auth/accounts.ts';
import { createVault } from '../../../background/auth/vault.ts';
import type { AccountRecord } from '../../../src/storage.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';

const account = (id: string, since = 1): AccountRecord => ({
  id,
  name: id,
  username: `${id}@example`,
  tenantId: 't',
  loginHint: id,
  isPersonal: false,
  subject: `${id} here`,
  since,
});
const add = (book: AccountBook, ...them: AccountRecord[]) =>
  Promise.all(
    them.map((one) =>
      book.change(async (accounts) => ({ accounts: withAccount(accounts, one), result: one.id })),
    ),
  );
const ten = Array.from({ length: 10 }, (_, index) => account(`a${index}`));

beforeEach(resetFakeBrowser);

describe('The list of accounts', () => {
  it('keeps all of ten concurrent writes (S3)', async () => {
    const book = createAccountBook(createVault());
    expect(await add(book, ...ten)).toEqual(ten.map(({ id }) => id));
    expect((await book.read()).list).toEqual(ten);
    fake.session.items = {};
    const next = createAccountBook(createVault());
    expect(await next.load()).toBe(true);
    expect(await next.read()).toEqual({ active: 'a9', list: ten });
  });

  it('keeps every change while accounts sign in and out and the storage area changes (S3)', async () => {
    const vault = createVault();
    const book = createAccountBook(vault);
    await add(book, ...ten.slice(0, 5));
    await Promise.all([
      add(book, ...ten.slice(5)),
      vault.setKeep('until-close'),
      book.change(async (accounts) => ({
        accounts: withoutAccounts(accounts, new Set(['a0', 'a7'])),
        result: 0,
      })),
      vault.setKeep('on-disk'),
    ]);
    fake.session.items = {};
    const next = createAccountBook(createVault());
    await next.load();
    expect((await next.read()).list.map(({ id }) => id)).toEqual(
      (await book.read()).list.map(({ id }) => id),
    );
    expect((await next.read()).list.map(({ id }) => id)).not.toContain('a0');
    expect((await next.read()).list.length).toBeGreaterThanOrEqual(8);
  });

  it('goes on after a change that fails, and keeps nothing of that change', async () => {
    const book = createAccountBook(createVault());
    const failing = book.change(() => Promise.reject(new Error('no')));
    const [failed] = await Promise.allSettled([failing, add(book, account('a'))]);
    expect(failed.status).toBe('rejected');
    expect((await book.read()).list).toHaveLength(1);
  });

  it('tells one sign-in of an account from the next', async () => {
    const book = createAccountBook(createVault());
    await add(book, account('a', 1), account('b'), account('a', 2));
    expect((await book.read()).list.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await book.find('a', 1)).toBeNull();
    expect(await book.find('a', 2)).toMatchObject({ since: 2 });
    expect(await book.find('a')).toMatchObject({ since: 2 });
  });

  it.each([
    [['a'], 'b', ['b', 'c']],
    [['b'], 'a', ['a', 'c']],
    [['a', 'b', 'c'], null, []],
    [['nobody'], 'a', ['a', 'b', 'c']],
  ])('shows another account once the active one has gone: without %j', (ids, active, left) => {
    const accounts = { active: 'a', list: ['a', 'b', 'c'].map((id) => account(id)) };
    const after = withoutAccounts(accounts, new Set(ids));
    expect([after.active, after.list.map(({ id }) => id)]).toEqual([active, left]);
  });
});
