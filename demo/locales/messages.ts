import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The texts of one language, as they lie in `_locales`. */
export type Messages = Record<string, Message>;

export interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}

/** The texts of a language in a folder that has `_locales`. */
export async function readMessages(folder: string, locale: string): Promise<Messages> {
  return JSON.parse(await readFile(join(folder, '_locales', locale, 'messages.json'), 'utf8'));
}
