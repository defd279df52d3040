import { fileURLToPath } from 'node:url';
import type { Stop } from './tab-walk.ts';
import { wordOf } from './word-of.ts';

/** What the walk is kept in; `LANYARD_WRITE_WALK=1` writes it anew, and every other run compares. */
export const WALK_FILE = fileURLToPath(new URL('../../docs/keyboard-walk.md', import.meta.url));

export interface WrittenWalk {
  title: string;
  stops: readonly Stop[];
}

/** What is not there at every hour of every day, or comes a moment later. */
const SOMETIMES = new Set(['Join …', 'Join … online', 'From …', 'Until …', '… more', 'Set up']);

const HEAD = `# The keyboard walk

What the Tab key comes to, in this order, in each panel, the menu, the dialog and the settings; several alike are one
line. \`test/e2e/both/keyboard.test.ts\` goes this way in both browsers and fails where a control cannot be reached, where
the way does not end, or where this page says something else. \`LANYARD_WRITE_WALK=1 npx vitest run --project chromium
test/e2e/both/keyboard.test.ts\` writes it anew.

The tabs are one stop, and the arrow keys, Home and End go through them; the same goes for the days of a week and for
the messages of the inbox.
`;

/** The walks as a page of Markdown, the same whatever the people in them are called. */
export function writeWalk(walks: readonly WrittenWalk[]): string {
  const parts = walks.map(({ title, stops }) => `\n## ${title}\n\n${linesOf(stops).join('\n')}\n`);
  return `${HEAD}${parts.join('')}`;
}

function linesOf(stops: readonly Stop[]): string[] {
  const lines = stops
    // What scrolls is a stop of its own in some browsers, and no control.
    .filter(({ role, name }) => role !== 'area' && role !== 'tabpanel' && !SOMETIMES.has(wordOf(name) ?? ''))
    .map(({ role, name }) => {
      const word = wordOf(name);
      return `- ${role}${word === null ? ', named by what is in it' : `: ${word}`}`;
    });
  return [...new Set(lines)];
}
