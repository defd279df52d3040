import * as v from 'valibot';
import { type AreaName, type Keep, keepSetting, keysOf, removeKeys, sealed } from '../../src/storage.ts';
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
  /** Moves all that is kept to where the person now wants it, and leaves nothing behind. */
  setKeep(keep: Keep): Promise<void>;
}

const PREFIX = 'vault:';
const AREAS: readonly AreaName[] = ['local', 'session'];

export function createVault(): Vault {
  let key: Promise<CryptoKey> | null = null;
  const lastResort = new Map<string, Sealed>();

  const openKey = () => {
    key ??= vaultKey().catch((thrown) => {
      key = null;
      throw thrown;
    });
    return key;
  };
  const keep = async (): Promise<Keep> => (await keepSetting.get()) ?? 'on-disk';
  const places = async () => ((await keep()) === 'on-disk' ? AREAS : (['session'] as const));

  const write = async (name: string, value: unknown): Promise<boolean> => {
    const wanted = await places();
    const box = await seal(await openKey(), name, value);
    lastResort.delete(name);
    for (const area of wanted) {
      if (await fits(sealed(area, name).set(box))) {
        // Nothing older may be found behind it.
        await Promise.all(
          AREAS.filter((other) => other !== area).map((other) => sealed(other, name).remove()),
        );
        return area === wanted[0];
      }
    }
    lastResort.set(name, box);
    return false;
  };

  const find = async (name: string): Promise<Sealed | null> =>
    lastResort.get(name) ?? (await sealed('session', name).get()) ?? (await sealed('local', name).get());

  const remove = async (name: string) => {
    lastResort.delete(name);
    await Promise.all(AREAS.map((area) => sealed(area, name).remove()));
  };

  const names = async () => {
    const keys = await Promise.all(AREAS.map((area) => keysOf(area, PREFIX)));
    return [...new Set([...keys.flat().map((item) => item.slice(PREFIX.length)), ...lastResort.keys()])];
  };

  return {
    async read(name, schema) {
      const box = await find(name);
      if (!box) return null;
      const parsed = v.safeParse(schema, await unseal(await openKey(), name, box));
      return parsed.success ? parsed.output : null;
    },
    write,
    remove,
    names,
    keep,
    async setKeep(chosen) {
      const boxes = await Promise.all((await names()).map(async (name) => [name, await find(name)] as const));
      const target: AreaName = chosen === 'on-disk' ? 'local' : 'session';
      for (const [name, box] of boxes) if (box) await sealed(target, name).set(box);
      await keepSetting.set(chosen);
      const left: AreaName = target === 'local' ? 'session' : 'local';
      await removeKeys(left, await keysOf(left, PREFIX));
      lastResort.clear();
    },
  };
}

/** A full or read-only disk is an answer here, and not an error: the caller has somewhere else to go. */
async function fits(writing: Promise<void>): Promise<boolean> {
  return writing.then(
    () => true,
    () => false,
  );
}
