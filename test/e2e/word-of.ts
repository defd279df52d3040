import messages from '../../src/_locales/en/messages.json' with { type: 'json' };

/** What each text looks like with anything in it; those without a gap come first, then those that say most. */
const PATTERNS = Object.values(messages)
  .map(({ message }) => {
    const parts = message.split(/\$\w+\$/);
    return { parts, length: parts.join('').trim().length };
  })
  .filter(({ length }) => length > 2)
  .sort((one, other) => one.parts.length - other.parts.length || other.length - one.length)
  .map(({ parts }) => ({
    pattern: new RegExp(`^${parts.map(escaped).join('.+')}$`, 's'),
    said: parts.join('…'),
  }));

/** The text of ours that a name is made of, with `…` for what others have written; null for a name that is theirs. */
export function wordOf(name: string): string | null {
  return PATTERNS.find(({ pattern }) => pattern.test(name))?.said ?? null;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
