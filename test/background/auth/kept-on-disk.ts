import { fake } from '../../fakes/fake-browser.ts';

/**
 * Returns a copy of what is on disk without the ledgers: a background writes its counts into them within a second, so
 * that they may change between any two calls.
 */
export function keptOnDisk(): Record<string, unknown> {
  const entries = Object.entries(fake.local.items).filter(([key]) => !key.startsWith('vault:ledger:'));
  return structuredClone(Object.fromEntries(entries));
}
