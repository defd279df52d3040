import { GraphError } from './errors.ts';
import { unknownProperty } from './select.ts';

type Item = Readonly<Record<string, unknown>>;

/** A `$filter`: the properties it names, in order, and whom it lets through. */
export interface Filter {
  paths: readonly string[];
  /** Dates of the item may be text, as Graph writes them, or epoch milliseconds. */
  accepts(item: Item): boolean;
}

const comparison = /^([\w/]+)\s+(eq|ne|gt|ge|lt|le)\s+(true|false|'(?:[^']|'')*'|\d{4}-[\dT:.Z+-]+)$/;

function readValue(item: Item, names: readonly string[]): unknown {
  return names.reduce<unknown>((value, name) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? Reflect.get(value, name)
      : undefined;
  }, item);
}

function readLiteral(text: string): boolean | string | number {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : Date.parse(text);
}

function compare(value: unknown, operator: string, literal: boolean | string | number): boolean {
  const isDate = typeof literal === 'number' && typeof value !== 'number';
  const mine = isDate ? Date.parse(String(value)) : value;
  if (operator === 'eq') return mine === literal;
  if (operator === 'ne') return mine !== literal;
  if (typeof mine !== typeof literal || (typeof mine !== 'string' && typeof mine !== 'number')) return false;
  if (operator === 'gt') return mine > literal;
  if (operator === 'ge') return mine >= literal;
  return operator === 'lt' ? mine < literal : mine <= literal;
}

/** Reads comparisons joined by `and`: as much of OData as a panel needs. The rest of it is refused aloud. */
export function readFilter(text: string, type: string, properties: readonly string[]): Filter {
  const parts = text.split(/\s+and\s+/).map((part) => {
    const [, path, operator, literal] = comparison.exec(part.trim()) ?? [];
    if (path === undefined || operator === undefined || literal === undefined) {
      throw new GraphError(501, 'NotImplemented', `The local Graph does not understand '${part}'.`);
    }
    const names = path.split('/');
    const [name = ''] = names;
    if (!properties.includes(name)) throw unknownProperty(name, type);
    return { path, names, operator, literal: readLiteral(literal) };
  });
  return {
    paths: parts.map(({ path }) => path),
    accepts: (item) =>
      parts.every(({ names, operator, literal }) => compare(readValue(item, names), operator, literal)),
  };
}
