import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { LaunchedBrowser } from '../../demo/browsers.ts';
import { copyInLanguage, type Language } from '../../demo/locales/copy-in-language.ts';
import { type Messages, readMessages } from '../../demo/locales/messages.ts';
import type { Tenant } from '../../demo/tenant/index.ts';
import { browserName, launchLanyard } from './world.ts';

/** A browser whose Lanyard speaks one language, with the texts of that language. */
export interface LanyardInLanguage {
  lanyard: LaunchedBrowser;
  messages: Messages;
  close(): Promise<void>;
}

/** Launches the browser under test with a Lanyard that speaks that language where it spoke English. */
export async function launchInLanguage(
  tenant: Tenant,
  language: Language | 'en',
): Promise<LanyardInLanguage> {
  const built = join(inject('builds').configured, browserName);
  const folder = language === 'en' ? null : await mkdtemp(join(tmpdir(), 'lanyard-language-'));
  if (folder && language !== 'en') await copyInLanguage(built, language, folder);
  const extensionDir = folder ?? built;
  const lanyard = await launchLanyard(tenant.port, { extensionDir });
  return {
    lanyard,
    messages: await readMessages(extensionDir, 'en'),
    async close() {
      await lanyard.close();
      if (folder) await rm(folder, { recursive: true });
    },
  };
}
