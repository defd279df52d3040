import { accountsInSession, keysOf, removeKeys, schemaVersion } from '../../src/storage.ts';
import type { AreaName } from '../../src/stored.ts';

/** The layout of the vault on disk. Raise it with every change to what is stored, and add the step to `STEPS`. */
const CURRENT = 1;

/** From each older layout to the next. Version 0 is a disk on which Lanyard has written nothing yet. */
const STEPS: readonly (() => Promise<void>)[] = [forgetFirstLayout];

/**
 * Brings what is stored to the layout that this version reads. What a newer version has written cannot be read by
 * an older one, and is removed rather than guessed at: false then, and the person signs in again.
 */
export async function migrate(): Promise<boolean> {
  const found = (await schemaVersion.get()) ?? 0;
  if (found === CURRENT) return true;
  const isNewer = found > CURRENT;
  if (isNewer) await removeAll();
  else for (const step of STEPS.slice(found)) await step();
  await schemaVersion.set(CURRENT);
  return !isNewer;
}

/** Lanyard 0.1 before its vault kept the tokens of one account in memory, all of them together. */
async function forgetFirstLayout(): Promise<void> {
  await removeKeys('session', ['activeAccount', 'tokenCache']);
}

async function removeAll(): Promise<void> {
  await accountsInSession.remove();
  for (const area of ['local', 'session'] satisfies AreaName[]) {
    await removeKeys(area, await keysOf(area, 'vault:'));
  }
}
