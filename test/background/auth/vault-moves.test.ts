import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../../background/auth/vault.ts';
import { keepSetting } from '../../../src/keep.ts';
import { sealed } from '../../../src/storage.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';

const Text = v.string();
const inArea = async (area: 'local' | 'session') =>
  Object.keys((area === 'local' ? fake.local : fake.session).items).filter((key) => key.startsWith('vault:'));

beforeEach(() => {
  resetFakeBrowser();
  globalThis.indexedDB = new IDBFactory();
});

/** Has no key be had, as where the profile's database is broken. */
function breakDatabase(): () => void {
  const { indexedDB: works } = globalThis;
  globalThis.indexedDB = Object.assign(new IDBFactory(), {
    open: () => {
      throw new Error('The database could not be opened.');
    },
  });
  return () => {
    globalThis.indexedDB = works;
  };
}

describe('A vault on a disk that was full for a while', () => {
  it('goes back to the disk with the next write, and leaves nothing older in memory', async () => {
    const vault = createVault();
    fake.local.isFull = true;
    expect(await vault.write('a', 'older')).toBe(false);
    expect([await inArea('local'), await inArea('session')]).toEqual([[], ['vault:a']]);
    fake.local.isFull = false;
    expect(await vault.write('a', 'newer')).toBe(true);
    expect([await inArea('local'), await inArea('session')]).toEqual([['vault:a'], []]);
    expect(await createVault().read('a', Text)).toBe('newer');
  });

  it('leaves nothing older on the disk when only memory takes the newer value', async () => {
    const vault = createVault();
    await vault.write('a', 'older');
    fake.local.isFull = true;
    await vault.write('a', 'newer');
    expect([await inArea('local'), await inArea('session')]).toEqual([[], ['vault:a']]);
  });

  it('brings to its place what only the background held, when the person chooses one', async () => {
    const vault = createVault();
    fake.local.isFull = true;
    fake.session.isFull = true;
    await vault.write('a', 'held');
    fake.local.isFull = false;
    fake.session.isFull = false;
    await vault.setKeep('until-close');
    expect([await inArea('local'), await inArea('session')]).toEqual([[], ['vault:a']]);
    expect(await createVault().read('a', Text)).toBe('held');
    expect(await vault.names()).toEqual(['a']);
  });

  it('forgets what only the background held with the next value that is stored', async () => {
    const vault = createVault();
    fake.local.isFull = true;
    fake.session.isFull = true;
    await vault.write('a', 'held');
    fake.local.isFull = false;
    fake.session.isFull = false;
    expect(await vault.write('a', 'stored')).toBe(true);
    expect(await vault.read('a', Text)).toBe('stored');
  });
});

describe('A value that is removed', () => {
  it('is gone from the disk, from memory and from the background', async () => {
    const vault = createVault();
    await vault.write('disk', 'x');
    fake.local.isFull = true;
    await vault.write('memory', 'x');
    fake.session.isFull = true;
    await vault.write('background', 'x');
    expect((await vault.names()).sort()).toEqual(['background', 'disk', 'memory']);
    for (const name of ['disk', 'memory', 'background']) {
      await vault.remove(name);
      expect(await vault.read(name, Text)).toBeNull();
    }
    expect(await vault.names()).toEqual([]);
    expect([await inArea('local'), await inArea('session')]).toEqual([[], []]);
  });
});

describe('The names in a vault', () => {
  it('are each named once, wherever they are, and are none of anything else in storage', async () => {
    const vault = createVault();
    await vault.write('a', 'x');
    fake.session.items['vault:a'] = fake.local.items['vault:a'];
    fake.session.items.other = 1;
    fake.local.items['not-vault:b'] = 1;
    expect(await vault.names()).toEqual(['a']);
  });
});

describe('A key that could not be had', () => {
  it('is asked for again with the next write', async () => {
    const repair = breakDatabase();
    const vault = createVault();
    expect(await vault.write('a', 'x')).toBe(false);
    repair();
    expect(await vault.write('a', 'x')).toBe(true);
    expect(await createVault().read('a', Text)).toBe('x');
  });

  it('is an error of a read, which might find the value later', async () => {
    await createVault().write('a', 'x');
    const repair = breakDatabase();
    const vault = createVault();
    await expect(vault.read('a', Text)).rejects.toThrow('could not be opened');
    repair();
    expect(await vault.read('a', Text)).toBe('x');
  });
});

describe('A move that a stopped background has left half-way', () => {
  it('is completed if it led to memory: nothing stays on disk', async () => {
    await createVault().write('a', 'x');
    await keepSetting.set('until-close');
    await createVault().tidy();
    expect(await inArea('local')).toEqual([]);
    expect(await keepSetting.get()).toBe('until-close');
  });

  it('needs no completion if it led to the disk: all data stays there', async () => {
    const vault = createVault();
    await vault.write('a', 'x');
    await vault.tidy();
    await vault.setKeep('on-disk');
    await vault.tidy();
    expect(await inArea('local')).toEqual(['vault:a']);
  });
});

describe('The place of the vault', () => {
  it('is the disk until the person chooses, and where the disk cannot say', async () => {
    const vault = createVault();
    expect(await vault.keep()).toBe('on-disk');
    await vault.setKeep('until-close');
    expect(await vault.keep()).toBe('until-close');
    fake.local.failWith = new Error('IO error');
    expect(await vault.keep()).toBe('on-disk');
  });

  it('stays as it was where a move fails, with the cause of it', async () => {
    const vault = createVault();
    await vault.write('a', 'x');
    fake.session.isFull = true;
    const error = await vault.setKeep('until-close').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason: 'not-kept', cause: { message: expect.stringContaining('Quota') } });
    expect([await vault.keep(), await inArea('local')]).toEqual(['on-disk', ['vault:a']]);
  });

  it('takes along the sealed value as it is, and the one in memory before an older one on disk', async () => {
    const vault = createVault();
    await vault.write('a', 'x');
    const box = await sealed('local', 'a').get();
    await vault.setKeep('until-close');
    expect(await sealed('session', 'a').get()).toEqual(box);
  });
});
