import { expect } from 'vitest';
import { accountIdOf } from '../pages.ts';
import { askBackground, personCalled, popupShows, signIn, test, words } from '../world.ts';

interface Area {
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  get(keys: null): Promise<Record<string, unknown>>;
}

/** In the pages of the extension. */
declare const chrome: { storage: { local: Area } };

/** In a page of the extension: fills the area down to the last kilobyte. */
async function fillUp(): Promise<void> {
  for (let size = 4 * 1024 * 1024; size >= 512; size /= 2) {
    let isFull = false;
    for (let count = 0; !isFull; count += 1) {
      const value = 'x'.repeat(size);
      await chrome.storage.local.set({ [`filler-${size}-${count}`]: value }).catch(() => {
        isFull = true;
      });
    }
  }
}

async function emptyAgain(): Promise<void> {
  const keys = Object.keys(await chrome.storage.local.get(null));
  await chrome.storage.local.remove(keys.filter((key) => key.startsWith('filler-')));
}

// Chromium's limit is 10 MB for an extension; Firefox's is the room on the disk.
test('A full disk lets people sign in, and the popup says how long the sign-in lasts (S4)', async ({
  tenant,
  lanyard,
  onTestFinished,
}) => {
  const mira = personCalled(tenant, 'mira');
  await lanyard.inExtension(fillUp);
  onTestFinished(() => lanyard.inExtension(emptyAgain));
  await signIn(lanyard, mira);
  const shown = await popupShows(lanyard, mira.jobTitle ?? '');
  expect(shown).toContain(words('notKeptTitle'));
  expect(shown).toContain(mira.displayName);
  const kept = Object.keys((await lanyard.readStorage()).session);
  expect(kept.filter((key) => key.startsWith('vault:')).sort()).toEqual([
    'vault:accounts',
    `vault:credential:${accountIdOf(mira)}`,
    `vault:ledger:${accountIdOf(mira)}`,
  ]);

  // Nothing that is chosen then ends in an error, and the next background finds everybody.
  expect(await askBackground(lanyard, 'setKeep', 'on-disk')).toMatchObject({
    status: 'signed-in',
    obstacle: { reason: 'not-kept' },
  });
  await askBackground(lanyard, 'dismiss');
  expect(await askBackground(lanyard, 'switchAccount', accountIdOf(mira))).toMatchObject({
    status: 'signed-in',
  });
  await lanyard.stopWorker();
  expect(await askBackground(lanyard, 'getProfile', accountIdOf(mira))).toMatchObject({ kind: 'ready' });
});
