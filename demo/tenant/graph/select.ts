import { accessDenied, GraphError } from './errors.ts';
import type { QueryOptions } from './query-options.ts';

/** A Graph type as `$select` sees it. */
export interface Selectable {
  /** As error messages name it: `microsoft.graph.message`. */
  type: string;
  properties: readonly string[];
  /** Only sent where they were named, if there is anything to send. */
  onDemand?: readonly string[];
  /** Kept from whoever may read the basics alone. */
  hidden?: readonly string[];
}

/** What one answer shows of an item. */
export interface Selection {
  /** As the `@odata.context` repeats it, with its brackets; empty without `$select`. */
  suffix: string;
  cut(item: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** Refuses a property that the type does not have, in the words of Graph's Outlook side. */
export const unknownProperty = (name: string, type: string): GraphError =>
  new GraphError(
    400,
    'RequestBroker--ParseUri',
    `Could not find a property named '${name}' on type '${type}'.`,
  );

/** Reads `$select`. Annotations and the id come along, asked for or not. */
export function readSelection(options: QueryOptions, what: Selectable, isBasic: boolean): Selection {
  const { type, properties, onDemand = [], hidden = [] } = what;
  const text = options.get('$select')?.trim();
  const isShown = (name: string) => !isBasic || !hidden.includes(name);
  const pick = (isChosen: (name: string) => boolean): Selection['cut'] => {
    // By name first: a property that is not shown is not to be worked out either.
    return (item) =>
      Object.fromEntries(
        Object.keys(item)
          .filter(isChosen)
          .map((name) => [name, item[name]]),
      );
  };
  if (!text || text === '*') {
    return { suffix: '', cut: pick((name) => isShown(name) && !onDemand.includes(name)) };
  }
  const names = text.split(',').map((asked) => {
    const name = [...properties, ...onDemand].find(
      (each) => each.toLowerCase() === asked.trim().toLowerCase(),
    );
    if (name === undefined) throw unknownProperty(asked.trim(), type);
    return name;
  });
  if (!names.every(isShown)) throw accessDenied();
  return {
    suffix: `(${names.join(',')})`,
    cut: pick((name) => name.startsWith('@') || name === 'id' || names.includes(name)),
  };
}
