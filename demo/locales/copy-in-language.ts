import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMessages } from './messages.ts';
import { pseudoLocale } from './pseudo.ts';

/** Languages that any browser can be shown in, whatever its own is. */
export type Language = 'de' | 'pseudo';

/**
 * A copy of a built folder for one browser that speaks another language where it spoke English, so that no browser has
 * to be told its language and the product has no switch for it.
 */
export async function copyInLanguage(built: string, language: Language, to: string): Promise<void> {
  await cp(built, to, { recursive: true });
  const english = await readMessages(built, 'en');
  // What a language lacks, browsers take from the default.
  const spoken =
    language === 'pseudo' ? pseudoLocale(english) : { ...english, ...(await readMessages(built, 'de')) };
  await writeFile(join(to, '_locales/en/messages.json'), JSON.stringify(spoken));
}
