import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { LaunchedBrowser } from '../../demo/browsers.ts';
import { copyInLanguage, type Language } from '../../demo/locales/copy-in-language.ts';
import { readMessages } from '../../demo/locales/messages.ts';
import { browserName, launchLanyard, testWithTenant } from './world.ts';

/** A browser whose Lanyard speaks one language. */
interface LanyardInLanguage {
  lanyard: LaunchedBrowser;
  /** Every text of that language. */
  words: string[];
}

/**
 * Tests that launch a browser of their own, in which Lanyard speaks that language where it spoke English. The tenant is put
 * back to its start; the browser ends with the test.
 */
export const testInLanguage = testWithTenant.extend('launchIn', async ({ tenant }, { onCleanup }) => {
  return async (language: Language | 'en'): Promise<LanyardInLanguage> => {
    const built = join(inject('builds').configured, browserName);
    const folder = await mkdtemp(join(tmpdir(), 'lanyard-language-'));
    const extensionDir = language === 'en' ? built : folder;
    if (language !== 'en') await copyInLanguage(built, language, folder);
    tenant.control.reset();
    const lanyard = await launchLanyard(tenant.port, { extensionDir });
    onCleanup(async () => {
      await lanyard.close();
      await rm(folder, { recursive: true });
    });
    const messages = await readMessages(extensionDir, 'en');
    return { lanyard, words: Object.values(messages).map(({ message }) => message) };
  };
});
