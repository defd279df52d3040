import * as v from 'valibot';
import { AppError } from '../../src/errors.ts';
import { type Keep, keepSetting } from '../../src/keep.ts';
import { keysOf, removeKeys, sealed } from '../../src/storage.ts';
import type { AreaName } from '../../src/stored.ts';
import { type Sealed, seal, unseal } from './seal.ts';
import { vaultKey } from './vault-key.ts';

/** Where what must last is kept: sealed, on disk or only in memory, as the person chose. */
export interface Vault {
  /** What is there under that name, or null: never written, another key's, damaged or out of shape. */
  read<T>(name: string, schema: v.GenericSchema<unknown, T>): Promise<T | null>;
  /**
   * Keeps a value. False when the disk would not take it (full, read-only): it is then kept until the browser
   * closes, or failing that as long as the background lives. Never throws for want of room.
   */
  write(name: string, value: unknown): Promise<boolean>;
  remove(name: string): Promise<void>;
  /** The names in it. */
  names(): Promise<string[]>;
  /** Whether what is kept outlives the browser. */
  keep(): Promise<Keep>;
  /**
   * Moves all that is kept to where the person now wants it, and leaves nothing behind.
   * @throws AppError `not-kept` when the disk would not have it so
   */
  setKeep(keep: Keep): Promise<void>;
  /** Ends a move to memory that a stopped background has left half-way. */
  tidy(): Promise<void>;
}

const PREFIX = 'vault:';
const AREAS: readonly AreaName[] = ['local', 'session'];

/** One write or move at a time, so that none ends up where the person no longer wants it. */
const LOCK = 'lanyard.vault';

export function createVault(): Vault {
  let key: Promise<CryptoKey> | null = null;
  const lastResort = new Map<string, unknown>();

  const openKey = () => {
    key ??= vaultKey().catch((thrown) => {
      key = null;
      throw thrown;
    });
    return key;
  };
  const keep = async (): Promise<Keep> => (await chosenKeep()) ?? 'on-disk';

  const put = async (name: string, value: unknown): Promise<boolean> => {
    const chosen = await chosenKeep();
    // A disk that cannot say what the person chose is left alone.
    const wanted = chosen === 'on-disk' ? AREAS : (['session'] as const);
    // Nothing is kept: a key in hand may be one that the browser has cleared away with the rest.
    if ((await names()).length === 0) key = null;
    const box = await openKey().then((opened) => seal(opened, name, value), nothing);
    lastResort.delete(name);
    for (const area of box ? wanted : []) {
      if (box && (await isDone(sealed(area, name).set(box)))) {
        // Nothing older may be found behind it.
        const others = AREAS.filter((other) => other !== area);
        await Promise.all(others.map((other) => isDone(sealed(other, name).remove())));
        return chosen !== null && area === wanted[0];
      }
    }
    lastResort.set(name, value);
    return false;
  };

  const find = async (name: string): Promise<Sealed | null> =>
    (await sealed('session', name).get()) ?? (await sealed('local', name).get().catch(nothing));

  const names = async () => {
    const keys = await Promise.all(AREAS.map((area) => keysOf(area, PREFIX).catch(() => [])));
    return [...new Set([...keys.flat().map((item) => item.slice(PREFIX.length)), ...lastResort.keys()])];
  };

  const move = async (chosen: Keep): Promise<void> => {
    const target: AreaName = chosen === 'on-disk' ? 'local' : 'session';
    const left: AreaName = target === 'local' ? 'session' : 'local';
    try {
      for (const name of await names()) {
        const box = await find(name);
        if (box) await sealed(target, name).set(box);
      }
      await keepSetting.set(chosen);
      await removeKeys(left, await keysOf(left, PREFIX));
    } catch (cause) {
      throw new AppError('not-kept', { cause });
    }
    for (const [name, value] of [...lastResort]) await put(name, value);
  };

  const alone = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(LOCK, work);

  return {
    async read(name, schema) {
      const box = await find(name);
      const value = lastResort.has(name)
        ? lastResort.get(name)
        : box && (await unseal(await openKey(), name, box));
      const parsed = v.safeParse(schema, value);
      return parsed.success ? parsed.output : null;
    },
    write: (name, value) => alone(() => put(name, value)),
    remove: (name) =>
      alone(async () => {
        lastResort.delete(name);
        await Promise.all(AREAS.map((area) => sealed(area, name).remove()));
      }),
    names,
    keep,
    setKeep: (chosen) => alone(() => move(chosen)),
    tidy: () =>
      alone(async () => {
        if ((await keep()) === 'until-close') await removeKeys('local', await keysOf('local', PREFIX));
      }),
  };
}

/** Null where the disk cannot be read. */
async function chosenKeep(): Promise<Keep | null> {
  return keepSetting.get().then((chosen) => chosen ?? 'on-disk', nothing);
}

/** A full or read-only disk is an answer here, and not an error: the caller has somewhere else to go. */
async function isDone(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

function nothing(): null {
  return null;
}
