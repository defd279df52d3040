import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { popupPlace } from '../../src/place.ts';
import {
  accountsInMemory,
  closeToContentScripts,
  dropWatched,
  keysOf,
  removeKeys,
  sealed,
} from '../../src/storage.ts';
import { stored } from '../../src/stored.ts';
import { fake, resetFakeBrowser } from '../fakes/fake-browser.ts';
import { fakeEvent } from '../fakes/fake-surroundings.ts';

const count = stored('session', 'count', v.number());

beforeEach(resetFakeBrowser);
afterEach(() => {
  for (const area of [browser.storage.session, browser.storage.local]) {
    Reflect.deleteProperty(area, 'onChanged');
    Reflect.deleteProperty(area, 'setAccessLevel');
  }
});

describe('A stored value', () => {
  it('is in its area under its key until it is removed', async () => {
    expect(await count.get()).toBeNull();
    await count.set(3);
    expect([fake.session.items, fake.local.items]).toEqual([{ count: 3 }, {}]);
    expect(await count.get()).toBe(3);
    await count.remove();
    expect(fake.session.items).toEqual({});
  });

  it('counts as absent if it has another shape', async () => {
    fake.session.items.count = '3';
    expect(await count.get()).toBeNull();
  });

  it('tells each change of its own to those who watch, until they end it', () => {
    const onChanged = {
      ...fakeEvent<[Record<string, { newValue?: unknown }>]>(),
      removeListener: vi.fn(),
    };
    Object.assign(browser.storage.session, { onChanged });
    const seen: (number | null)[] = [];
    const end = count.watch((value) => seen.push(value));
    onChanged.fire({ count: { newValue: 4 }, other: { newValue: 1 } });
    onChanged.fire({ other: { newValue: 1 } });
    onChanged.fire({ count: {} });
    onChanged.fire({ count: { newValue: 'four' } });
    expect(seen).toEqual([4, null, null]);
    end();
    expect(onChanged.removeListener).toHaveBeenCalledExactlyOnceWith(expect.any(Function));
  });
});

describe('The data of accounts in memory', () => {
  it('is found by every kind of key, with the whole id', async () => {
    const kinds = ['tokens', 'standing', 'requests', 'ledger', 'pauses', 'files', 'watch', 'meetings'];
    for (const kind of kinds) fake.session.items[`${kind}:${kind}.a:b`] = 1;
    Object.assign(fake.session.items, {
      'reminders:r': 1,
      'snapshot:getInbox:s': 1,
      'face:no': 1,
      accounts: 1,
      'my-tokens:no': 1,
      'tokens:line\nbreak': 1,
    });
    expect((await accountsInMemory()).sort()).toEqual(
      [...kinds.map((kind) => `${kind}.a:b`), 'r', 's', 'line\nbreak'].sort(),
    );
  });

  it('is listed and removed by the beginning of its keys', async () => {
    fake.local.items = { 'vault:a': 1, 'vault:b': 2, other: 3, 'my-vault:c': 4 };
    expect(await keysOf('local', 'vault:')).toEqual(['vault:a', 'vault:b']);
    await removeKeys('local', ['vault:a', 'other']);
    expect(fake.local.items).toEqual({ 'vault:b': 2, 'my-vault:c': 4 });
  });

  it('loses only the part about background checks if that part is damaged', async () => {
    fake.session.items = {
      'watch:a': 1,
      'meetings:a': 1,
      'reminders:a': 1,
      'tokens:a': 1,
      'watch:b': 1,
    };
    await dropWatched('a');
    expect(Object.keys(fake.session.items)).toEqual(['tokens:a', 'watch:b']);
  });
});

describe('A value of the vault', () => {
  it('is kept in the area and under the name that it is given', async () => {
    await sealed('local', 'accounts').set({ v: 1, nonce: 'n', data: 'd' });
    expect(fake.local.items).toEqual({ 'vault:accounts': { v: 1, nonce: 'n', data: 'd' } });
  });
});

describe('Storage', () => {
  it('is closed to content scripts where the browser can', async () => {
    const [session, local] = [vi.fn(), vi.fn()];
    Object.assign(browser.storage.session, { setAccessLevel: session });
    Object.assign(browser.storage.local, { setAccessLevel: local });
    await closeToContentScripts();
    for (const each of [session, local]) {
      expect(each).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
    }
  });

  it('is left as it is where the browser cannot', async () => {
    await expect(closeToContentScripts()).resolves.toBeUndefined();
    Object.assign(browser.storage.session, { setAccessLevel: 'none' });
    await expect(closeToContentScripts()).resolves.toBeUndefined();
  });
});

describe('The place in the popup', () => {
  const place = { panel: 'mail', message: null };

  it.each([
    ['no wish', null, true],
    ['a change that Lanyard knows', { kind: 'mark-message' }, true],
    ['a change that Lanyard does not know', { kind: 'delete-message' }, false],
    ['a change of a kind that every object has', { kind: 'toString' }, false],
    ['a change without a kind', {}, false],
    ['a change whose kind is no text', { kind: 7 }, false],
    ['no change at all', 'mark-message', false],
    ['nothing for a change', null, false],
  ])('is read back from storage with %s: %j becomes %s', async (what, edit, isKept) => {
    const wish = what === 'no wish' ? null : { accountId: 'a', edit };
    fake.session.items.popupPlace = { ...place, wish };
    expect((await popupPlace.get()) !== null).toBe(isKept);
  });
});
