import { GraphError } from './errors.ts';
import type { QueryOptions } from './query-options.ts';

/** What one answer of the directory or of OneDrive shows of an item. */
export interface Picking {
  /** As the `@odata.context` repeats it, with its brackets; empty without `$select`. */
  suffix: string;
  cut(item: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/**
 * Reads `$select` as services other than Outlook do: refused in other words, and with nothing sent along that was not
 * named, unless the service always sends it (`always`). Without `$select`, `usual` is what comes.
 */
export function readPicking(
  options: QueryOptions,
  what: { type: string; properties: readonly string[]; usual: readonly string[]; always?: readonly string[] },
): Picking {
  const { type, properties, usual, always = [] } = what;
  const pick =
    (chosen: readonly string[]): Picking['cut'] =>
    (item) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => chosen.includes(name)));
  const text = options.get('$select');
  if (text === undefined) return { suffix: '', cut: pick([...always, ...usual]) };
  const names = text.split(',').map((part) => {
    const asked = part.trim();
    const name = properties.find((each) => each.toLowerCase() === asked.toLowerCase());
    if (name !== undefined) return name;
    const message = `Parsing OData Select and Expand failed: Could not find a property named '${asked}' on type '${type}'.`;
    throw new GraphError(400, 'BadRequest', message);
  });
  return { suffix: `(${names.join(',')})`, cut: pick([...always, ...names]) };
}
