import browser from 'webextension-polyfill';
import type { WordKey } from './words.ts';

/** A shortcut that the browser keeps for Lanyard; null where nobody has given it keys, or another has them. */
export interface BrowserShortcut {
  does: WordKey;
  keys: string | null;
}

/** Those of each browser, in our words: of its own commands a browser has no description, or one of its own. */
const COMMANDS: readonly [name: string, does: WordKey][] = [
  ['_execute_action', 'commandOpen'],
  ['open-side-panel', 'commandOpenSide'],
  ['_execute_sidebar_action', 'commandOpenSide'],
];

/** The shortcuts as they are set now: whoever uses the browser may have changed them. */
export async function browserShortcuts(): Promise<BrowserShortcut[]> {
  const commands = await browser.commands.getAll();
  return COMMANDS.flatMap(([name, does]) => {
    const command = commands.find((each) => each.name === name);
    return command ? [{ does, keys: command.shortcut || null }] : [];
  });
}
