import { GraphError } from './errors.ts';
import { readSkipToken } from './page.ts';

/** The query of a request by option, in lower case: OData does not care about case, and Graph's own pages vary. */
export type QueryOptions = ReadonlyMap<string, string>;

/**
 * Reads the query. An option with a `$` that the route does not know here is refused aloud, whatever Graph itself can
 * do with it: passing it over would make a client look right that is not.
 */
export function readOptions(query: URLSearchParams, known: readonly string[]): QueryOptions {
  const options = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
  for (const name of options.keys()) {
    if (name.startsWith('$') && !known.includes(name)) {
      throw new GraphError(501, 'NotImplemented', `The local Graph does not know ${name} here.`);
    }
  }
  return options;
}

function readCount(options: QueryOptions, name: '$top' | '$skip', least: number): number | undefined {
  const text = options.get(name);
  if (text === undefined) return undefined;
  const count = /^\d+$/.test(text) ? Number(text) : -1;
  if (count >= least) return count;
  throw new GraphError(
    400,
    'RequestBroker--ParseUri',
    `Invalid value '${text}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
  );
}

function readPlace(options: QueryOptions): number {
  const token = options.get('$skiptoken');
  return token === undefined ? (readCount(options, '$skip', 0) ?? 0) : readSkipToken(token);
}

/** Which stretch of a list is asked for: ten items from the first on, where nothing was said. */
export const readWindow = (options: QueryOptions): { top: number; skip: number } => ({
  top: readCount(options, '$top', 1) ?? 10,
  skip: readPlace(options),
});

/** How to sort by each property that can be sorted by. */
export type SortKeys<Item> = Readonly<Record<string, (item: Item) => number | string>>;

/** The properties of `$orderby`, each with its direction. */
export function readOrder<Item>(options: QueryOptions, keys: SortKeys<Item>) {
  const parts = options.get('$orderby')?.split(',') ?? [];
  return parts.map((part) => {
    const [asked = '', direction = 'asc'] = part.trim().split(/\s+/);
    const path = Object.keys(keys).find((each) => each.toLowerCase() === asked.toLowerCase());
    const key = path === undefined ? undefined : keys[path];
    if (path === undefined || key === undefined || !/^(asc|desc)$/i.test(direction)) {
      throw new GraphError(501, 'NotImplemented', `The local Graph does not sort by '${part.trim()}'.`);
    }
    return { path, key, sign: /^desc$/i.test(direction) ? -1 : 1 };
  });
}

/** A sorted copy. */
export function sortBy<Item>(items: readonly Item[], order: ReturnType<typeof readOrder<Item>>): Item[] {
  return [...items].sort((left, right) => {
    for (const { key, sign } of order) {
      const [first, second] = [key(left), key(right)];
      if (first !== second) return first < second ? -sign : sign;
    }
    return 0;
  });
}
