import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChallenges } from '../../../background/graph/challenges.ts';
import { readClaimsChallenge } from '../../../background/graph/claims-challenge.ts';

const revoked = '{"access_token":{"nbf":{"essential":true,"value":"1726258122"}}}';
// As Entra sent it, with a space before "value" that the JSON handed on does not have.
const sent = 'eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTcyNjI1ODEyMiJ9fX0=';
const entra = 'realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';
const error = 'error="insufficient_claims"';
const claims = `claims="${sent}"`;

const encode = (text: string) => Buffer.from(text).toString('base64');
const asking = (text: string) => `Bearer ${error}, claims="${text}"`;
const asJson = (text: string) => asking(encode(text));
const long = (length: number) => `{"a":"${'b'.repeat(length - 8)}"}`;

describe('readClaimsChallenge', () => {
  it.each([
    ['alone', `Bearer ${entra}, ${error}, ${claims}`],
    ['behind PoP with a padded nonce', `PoP ${entra}, nonce="ey==", Bearer ${entra}, ${error}, ${claims}`],
    ['that come first', `Bearer ${claims}, ${error}, ${entra}`],
    ['behind commas and quotes', `Bearer error_description="\\"No\\", x, claims=e30=", ${error}, ${claims}`],
    ['without spaces', `Bearer trusted_issuers="0@*,1@*,https://sts.windows.net/*/",${error},${claims}`],
    ['behind a bare address', `Bearer authorization_uri=https://login/a?b=c, ${error}, ${claims}`],
    ['without commas', `Bearer authorization_uri=https://a resource_id=https://b ${error} ${claims}`],
    ['without quotes', `Bearer error=insufficient_claims, claims=${sent}`],
    ['of the second Bearer', `Bearer ${error}, claims="", Bearer ${error}, ${claims}`],
    ['in upper case', `BEARER REALM="", ERROR="insufficient_claims", CLAIMS="${sent}"`],
    ['behind something unreadable', `Digest realm="a"b, é="c, d", Bearer ${error}, ${claims}`],
    ['before something unreadable', `Bearer ${error}, ${claims}, é="c, d", Negotiate a b`],
    ['said twice', `Bearer ${error}, ${claims}, claims="e30="`],
  ])('finds claims %s', (_, header) => {
    expect(readClaimsChallenge(header)).toEqual({ kind: 'claims', claims: revoked });
  });

  it.each([
    ['no header', null],
    ['another error', `Bearer ${entra}, error="invalid_token", ${claims}`],
    ['another scheme', `PoP ${error}, ${claims}`],
    ['quotes', `Bearer a="x, Bearer ${error.replaceAll('"', '\\"')}, claims=e30="`],
    ['a string without end', `PoP nonce="ey==, Bearer ${error}, ${claims}`],
    ['what follows a token68', `Bearer abc=, ${error}, ${claims}`],
    ['what follows something unreadable', `Bearer realm=é, ${error}, ${claims}`],
    ['a scheme behind no comma', `PoP a b Bearer ${error}, ${claims}`],
    ['a header over 16 KiB', `Bearer ${error}, ${claims}${' '.repeat(16_384)}`],
  ])('hears no wish for claims in %s', (_, header) => {
    expect(readClaimsChallenge(header)).toEqual({ kind: 'none' });
  });

  it.each([
    ['missing', `Bearer ${error}`],
    ['empty', `Bearer claims="" ${error}`],
    ['without a value', `Bearer ${error}, claims=`],
    ['cut off', `Bearer ${error}, claims="${sent}`],
    ['a quote too long', `Bearer ${error}, claims=${sent}"`],
    ['a letter too long', `Bearer ${error}, ${claims}x`],
    ['not encoded', `Bearer ${error}, claims=${revoked}`],
    ['not base64', asking('%%%')],
    ['not UTF-8', asking('eyJhIjoi/yJ9')],
    ['not JSON', asJson('{"a":')],
    ['a list', asJson('[{"a":1}]')],
    ['null', asJson('null')],
    ['an empty object', asJson('{}')],
    ['over 8 KiB', asJson(long(8193))],
  ])('says so where claims are wanted and %s', (_, header) => {
    expect(readClaimsChallenge(header)).toEqual({ kind: 'unusable' });
  });

  it('hands on a __proto__, more than ASCII, and 8 KiB', () => {
    for (const text of ['{"__proto__":{"a":1}}', '{"a":"ü, €, 🔑"}', long(8192)])
      expect(readClaimsChallenge(asJson(text))).toEqual({ kind: 'claims', claims: text });
  });
});

const textOf = (characters: string) => fc.string({ unit: fc.constantFrom(...characters) });
const token = textOf("azAZ09!#$%&'*+-.^_`|~").map((text) => text || 'x');
const spaces = fc.stringMatching(/^[ \t]{0,2}$/);
const comma = fc.array(spaces, { minLength: 2, maxLength: 4 }).map((gaps) => gaps.join(','));
const nasty = textOf('",\\= \t\né€a');
const anything = fc.oneof(fc.string({ unit: 'binary' }), nasty);
const quote = (text: string, which: RegExp) => `"${text.replace(which, '\\$&')}"`;
const value = fc.oneof(
  token.map((text) => ({ text, written: text })),
  anything.map((text) => ({ text, written: quote(text, /["\\]/g) })),
  anything.map((text) => ({ text, written: quote(text, /./gs) })),
);
const param = fc.record({ name: token, value, equals: fc.tuple(spaces, spaces), comma });
const params = fc.uniqueArray(param, { selector: ({ name }) => name.toLowerCase() }).map((list) => ({
  written: list.map((p, i) => (i ? p.comma : '') + p.name + p.equals.join('=') + p.value.written).join(''),
  parsed: { token68: null, params: new Map(list.map((p) => [p.name.toLowerCase(), p.value.text])) },
}));
const token68 = fc
  .stringMatching(/^[\w.~+/-]{1,9}={0,2}$/)
  .map((text) => ({ written: text, parsed: { token68: text, params: new Map() } }));
const challenge = fc.record({ comma, scheme: token, spaces, body: fc.oneof(params, token68) }).map((c) => ({
  written: `${c.comma}${c.scheme} ${c.spaces}${c.body.written}`,
  parsed: { scheme: c.scheme.toLowerCase(), ...c.body.parsed },
}));
/** No scheme among these is Bearer: tokens are made of a and z. */
const list = fc.array(challenge, { maxLength: 5 }).map((challenges) => ({
  written: challenges.map(({ written }) => written).join(''),
  parsed: challenges.map(({ parsed }) => parsed),
}));

function check<T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, predicate), { numRuns: 500 });
}

describe('Any header', () => {
  it('is read as it was written', () => {
    check(fc.tuple(list, comma), ([{ written, parsed }, end]) => {
      expect(parseChallenges(written + end)).toEqual(parsed);
    });
  });

  it('is read without an exception, and in time', () => {
    check(fc.tuple(anything, nasty, fc.constantFrom(1, 16_384)), ([start, unit, times]) => {
      const text = (start + unit.repeat(times)).slice(0, 16_384);
      const durations = [1, 2, 3].map(() => {
        const before = process.cpuUsage();
        readClaimsChallenge(text);
        return process.cpuUsage(before).user / 1000;
      });
      // Time of the processor, which a busy machine does not stretch: about 1 ms for linear reading, some hundred for
      // quadratic.
      expect(Math.min(...durations)).toBeLessThan(50);
    });
  });

  it.each(['base64', 'base64url'] as const)('gives the claims that are in it as %s', (alphabet) => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { minKeys: 1, maxKeys: 5 });
    check(fc.tuple(list, object, fc.boolean(), list), ([before, wanted, isPadded, after]) => {
      const json = JSON.stringify(wanted);
      const bare = Buffer.from(json).toString(alphabet).replace(/=+$/, '');
      const encoded = isPadded ? bare.padEnd(Math.ceil(bare.length / 4) * 4, '=') : bare;
      const header = `${before.written}, Bearer ${error}, claims="${encoded}"${after.written}`;
      const kept = JSON.stringify(JSON.parse(json));
      expect(readClaimsChallenge(header)).toEqual({ kind: 'claims', claims: kept });
    });
  });

  it('gives no claims but an object with something in it', () => {
    const encoded = fc.oneof(fc.base64String(), fc.json().map(encode), fc.string().map(encode), anything);
    check(encoded, (text) => {
      const found = readClaimsChallenge(`Bearer ${error}, claims=${quote(text, /["\\]/g)}`);
      if (found.kind === 'claims') expect(found.claims).toMatch(/^\{".*\}$/s);
    });
  });
});
