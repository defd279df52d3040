import { GraphError } from './errors.ts';
import { findZone } from './time-zone.ts';

/** What a client asked for in its `Prefer` headers. */
export interface Preferences {
  /** As the client named it, which is also how answers name it; UTC where nothing was said. */
  zone: { name: string; iana: string };
  /** Null leaves bodies as they are. */
  bodyType: 'text' | 'html' | null;
  isImmutable: boolean;
  /** How many items a page of a delta query may have; whoever goes by it says so in the answer. */
  maxPageSize: number | null;
  /** `Preference-Applied`, where there is something to report. */
  headers: Readonly<Record<string, string>>;
}

/** One preference (RFC 7240): a name, a value that may be quoted, and parameters that nothing here uses. */
const preference = /([\w.!#$%&'*+^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?[^,"]*(?:,|$)/g;

function readZone(name: string): Preferences['zone'] {
  const iana = findZone(name);
  if (iana !== null) return { name, iana };
  throw new GraphError(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );
}

/** Reads the header, in which several preferences may stand; an unknown one is passed over, as the RFC asks. */
export function readPreferences(header: string | null): Preferences {
  const found: Preferences = {
    zone: { name: 'UTC', iana: 'UTC' },
    bodyType: null,
    isImmutable: false,
    maxPageSize: null,
    headers: {},
  };
  const applied: string[] = [];
  for (const [, name = '', quoted, bare = ''] of (header ?? '').matchAll(preference)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare;
    if (/^outlook\.timezone$/i.test(name)) {
      found.zone = readZone(value);
      applied.push(`outlook.timezone="${value}"`);
    } else if (/^outlook\.body-content-type$/i.test(name) && (value === 'text' || value === 'html')) {
      found.bodyType = value;
      applied.push(`outlook.body-content-type="${value}"`);
    } else if (/^IdType$/i.test(name) && value === 'ImmutableId') {
      found.isImmutable = true;
      applied.push('IdType="ImmutableId"');
    } else if (/^(?:odata\.)?maxpagesize$/i.test(name) && /^[1-9]\d{0,3}$/.test(value)) {
      found.maxPageSize = Number(value);
    }
  }
  if (applied.length > 0) found.headers = { 'Preference-Applied': applied.join(', ') };
  return found;
}

/** `Preference-Applied` of an answer that goes by `maxPageSize`. */
export function sizedHeaders({ headers, maxPageSize }: Preferences): Readonly<Record<string, string>> {
  if (maxPageSize === null) return headers;
  const applied = [headers['Preference-Applied'] ?? [], `odata.maxpagesize=${maxPageSize}`].flat();
  return { 'Preference-Applied': applied.join(', ') };
}
