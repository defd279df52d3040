import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../../background/auth/vault.ts';
import { vaultKey } from '../../../background/auth/vault-key.ts';
import { sealed } from '../../../src/storage.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { loseVaultKey } from '../../fakes/lost-key.ts';

const Secret = v.object({ secret: v.string() });
const secret = { secret: 'a refresh token' };
const stored = (area: 'local' | 'session', name: string) => sealed(area, name).get();
const disk = () => JSON.stringify(fake.local.items);

beforeEach(() => {
  resetFakeBrowser();
  globalThis.indexedDB = new IDBFactory();
});

/** The box under that name on disk, changed so. */
async function tamper(name: string, change: (box: { nonce: string; data: string }) => object) {
  const box = await stored('local', name);
  if (!box) throw new Error('Nothing is there.');
  fake.local.items[`vault:${name}`] = { ...box, ...change(box) };
}

describe('The vault', () => {
  it('gives back what was put in, in a later life too, and shows none of it on disk', async () => {
    await createVault().write('a', secret);
    expect(await createVault().read('a', Secret)).toEqual(secret);
    expect(disk()).not.toContain('refresh');
    expect(await createVault().names()).toEqual(['a']);
  });

  it('seals with a fresh nonce each time', async () => {
    const vault = createVault();
    const nonces = new Set<string>();
    for (let count = 0; count < 20; count += 1) {
      await vault.write('a', secret);
      nonces.add((await stored('local', 'a'))?.nonce ?? '');
    }
    expect(nonces.size).toBe(20);
    for (const nonce of nonces) expect(atob(nonce)).toHaveLength(12);
  });

  it('has a key that nobody can read out', async () => {
    const key = await vaultKey();
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    expect(await vaultKey()).toEqual(key);
  });

  it('S5 does not open a value that was moved to another name', async () => {
    await createVault().write('a', secret);
    fake.local.items['vault:b'] = fake.local.items['vault:a'];
    expect(await createVault().read('b', Secret)).toBeNull();
    expect(await createVault().read('a', Secret)).toEqual(secret);
  });

  const flip = (text: string) => btoa(atob(text).replace(/^./s, (first) => (first === 'x' ? 'y' : 'x')));
  it.each<[string, (box: { nonce: string; data: string }) => object]>([
    ['cut', ({ data }) => ({ data: data.slice(0, -8) })],
    ['emptied', () => ({ data: '' })],
    ['changed', ({ data }) => ({ data: flip(data) })],
    ['of another nonce', ({ nonce }) => ({ nonce: flip(nonce) })],
    ['without a nonce', () => ({ nonce: '' })],
    ['no base64', () => ({ data: '%%%' })],
    ['of another version', () => ({ v: 2 })],
  ])('S5 takes a value that is %s for absent', async (_, change) => {
    await createVault().write('a', secret);
    await tamper('a', change);
    expect(await createVault().read('a', Secret)).toBeNull();
  });

  it('S5 takes a value of another shape for absent', async () => {
    await createVault().write('a', { other: 1 });
    expect(await createVault().read('a', Secret)).toBeNull();
  });

  it('S8 takes what a lost key sealed for absent, and seals with a new one', async () => {
    await createVault().write('a', secret);
    await loseVaultKey();
    expect(await createVault().read('a', Secret)).toBeNull();
    await createVault().write('a', secret);
    expect(await createVault().read('a', Secret)).toEqual(secret);
  });

  it('S12 works on after all browsing data was cleared', async () => {
    const vault = createVault();
    await vault.write('a', secret);
    globalThis.indexedDB = new IDBFactory();
    fake.local.items = {};
    expect(await vault.read('a', Secret)).toBeNull();
    expect(await createVault().read('a', Secret)).toBeNull();
    expect(await createVault().write('a', secret)).toBe(true);
  });

  it('seals with a key that the next life finds, after all browsing data was cleared in this one', async () => {
    const vault = createVault();
    await vault.write('a', secret);
    globalThis.indexedDB = new IDBFactory();
    fake.local.items = {};
    await vault.write('a', secret);
    expect(await createVault().read('a', Secret)).toEqual(secret);
  });
});

describe('A disk that takes nothing', () => {
  it('S4 leaves the value in memory, and says so', async () => {
    const vault = createVault();
    await vault.write('a', { secret: 'older' });
    fake.local.isFull = true;
    expect(await vault.write('a', secret)).toBe(false);
    expect(await createVault().read('a', Secret)).toEqual(secret);
    expect(await stored('local', 'a')).toBeNull();
  });

  it('S4 leaves it with the background where memory is full as well', async () => {
    const vault = createVault();
    await vault.write('a', { secret: 'older' });
    fake.local.isFull = true;
    fake.session.isFull = true;
    expect(await vault.write('a', secret)).toBe(false);
    expect(await vault.read('a', Secret)).toEqual(secret);
    expect(await vault.names()).toEqual(['a']);
  });

  it('S6 leaves the value in memory where the disk rejects every call', async () => {
    const vault = createVault();
    fake.local.failWith = new Error('IO error: read-only');
    expect(await vault.write('a', secret)).toBe(false);
    expect(await vault.read('a', Secret)).toEqual(secret);
    expect(await vault.names()).toEqual(['a']);
  });

  it('S8 leaves the value with the background where no key can be had', async () => {
    globalThis.indexedDB = Object.assign(new IDBFactory(), {
      open: () => {
        throw new Error('A mutation operation was attempted on a database that did not allow mutations.');
      },
    });
    const vault = createVault();
    expect(await vault.write('a', secret)).toBe(false);
    expect(await vault.read('a', Secret)).toEqual(secret);
    expect(disk()).toBe('{}');
  });
});

describe('The choice where to keep it', () => {
  it('moves all to memory and leaves nothing on disk', async () => {
    const vault = createVault();
    await vault.write('a', secret);
    await vault.write('b', secret);
    await vault.setKeep('until-close');
    await vault.write('c', secret);
    expect(Object.keys(fake.local.items)).toEqual(['keep']);
    for (const name of ['a', 'b', 'c']) expect(await createVault().read(name, Secret)).toEqual(secret);
  });

  it('moves all to disk and leaves nothing in memory', async () => {
    const vault = createVault();
    await vault.setKeep('until-close');
    await vault.write('a', secret);
    await vault.setKeep('on-disk');
    expect(Object.keys(fake.session.items)).toEqual([]);
    expect(await createVault().read('a', Secret)).toEqual(secret);
  });

  it('S4 stays in memory where the disk has no room', async () => {
    const vault = createVault();
    await vault.setKeep('until-close');
    await vault.write('a', secret);
    fake.local.isFull = true;
    await expect(vault.setKeep('on-disk')).rejects.toMatchObject({ reason: 'not-kept' });
    expect(await vault.keep()).toBe('until-close');
    expect(await createVault().read('a', Secret)).toEqual(secret);
  });

  it('lets no write that is under way reach the disk afterwards', async () => {
    const vault = createVault();
    await vault.write('a', secret);
    await Promise.all([
      vault.write('a', { secret: 'newer' }),
      vault.setKeep('until-close'),
      vault.write('b', secret),
    ]);
    expect(Object.keys(fake.local.items)).toEqual(['keep']);
    expect(await vault.read('a', Secret)).toEqual({ secret: 'newer' });
    expect(await vault.read('b', Secret)).toEqual(secret);
  });
});
