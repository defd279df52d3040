/** One challenge of a `WWW-Authenticate` header: scheme and parameter names in lower case, values as sent. */
export interface Challenge {
  readonly scheme: string;
  /** What some schemes send instead of parameters, `Negotiate` for one. */
  readonly token68: string | null;
  readonly params: ReadonlyMap<string, string>;
}

/** Characters. The longest header on record from Microsoft has under 2,000. */
const LONGEST_HEADER = 16 * 1024;

// Each pattern reads on from one place (`y`) and can match there in one way only, which keeps reading linear.
const SEPARATORS = /[ \t,]*/y;
const SPACE = /[ \t]+/y;
const SCHEME = /[\w!#$%&'*+.^`|~-]+(?=[ \t,]|$)/y;
const TOKEN68 = /[\w.~+/-]+=*(?=[ \t]*(?:,|$))/y;
const NAME = /[\w!#$%&'*+.^`|~-]+(?=[ \t]*=)/y;
const EQUALS = /[ \t]*=[ \t]*/y;
const QUOTED = /"(?:[^"\\]|\\.)*"(?=[ \t,]|$)/sy;
/** Any printable ASCII but `"` and `,`, which is more than a token: Entra sends addresses without quotes. */
const UNQUOTED = /[!#-+\--~]*(?=[ \t,]|$)/y;
/** Up to the next comma outside quotes. A string that is never closed takes all that follows with it. */
const UNREADABLE = /(?:[^",]|"(?:[^"\\]|\\.)*(?:"|\\?$))*/sy;

/**
 * The challenges of a `WWW-Authenticate` header in their order (RFC 9110 §11.6.1). Never throws: what cannot be
 * read ends its challenge, which keeps what stood before, and reading goes on with the next one. Of a parameter
 * said twice the first counts. A header of more than 16 Ki characters is taken as none.
 *
 * Splitting on `,` and `=` is not enough. Commas part challenges, parameters and, in `fetch`, whole headers, and
 * stand inside quoted strings; `=` also pads base64. Entra sends all of that in one header.
 *
 * More lenient than the RFC in two things that Azure sends: unquoted addresses, and parameters parted by spaces
 * (`Bearer authorization_uri=https://… resource_id=https://…`).
 */
export function parseChallenges(header: string): Challenge[] {
  if (header.length > LONGEST_HEADER) return [];
  const reader = new Reader(header);
  const challenges: Challenge[] = [];
  let open: OpenChallenge | null = null;
  let gap = `,${reader.take(SEPARATORS)}`;
  while (!reader.isAtEnd) {
    const name = reader.take(NAME);
    if (name !== null) open = addParam(open, name.toLowerCase(), readValue(reader));
    else {
      open = gap.includes(',') ? readScheme(reader) : null;
      if (open) challenges.push(open);
    }
    if (!open) reader.take(UNREADABLE);
    gap = reader.take(SEPARATORS) ?? '';
  }
  return challenges;
}

interface OpenChallenge extends Challenge {
  readonly params: Map<string, string>;
}

function readScheme(reader: Reader): OpenChallenge | null {
  const scheme = reader.take(SCHEME)?.toLowerCase();
  if (scheme === undefined) return null;
  const token68 = reader.take(SPACE) && reader.take(TOKEN68);
  return { scheme, token68, params: new Map() };
}

/** The value behind a name; null where it cannot be read. */
function readValue(reader: Reader): string | null {
  reader.take(EQUALS);
  const quoted = reader.take(QUOTED);
  return quoted === null ? reader.take(UNQUOTED) : quoted.slice(1, -1).replace(/\\(.)/gs, '$1');
}

/** The challenge, while it can go on: not after a token68, nor after something unreadable. */
function addParam(open: OpenChallenge | null, name: string, value: string | null): OpenChallenge | null {
  if (!open || open.token68 !== null || value === null) return null;
  if (!open.params.has(name)) open.params.set(name, value);
  return open;
}

/** A place in a text, which moves on behind whatever a sticky pattern takes. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const taken = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += taken?.length ?? 0;
    return taken;
  }
}
