import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Messages, readMessages } from '../../demo/locales/messages.ts';
import { REASONS } from '../../src/errors.ts';
import { presentObstacle } from '../../src/obstacles.ts';
import { describePermission, PERMISSION_NAMES } from '../../src/permissions.ts';
import { describePurpose, PURPOSE_NAMES } from '../../src/purposes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = join(root, 'src');

const locales = await readdir(join(sources, '_locales'));
const texts = new Map<string, Messages>();
for (const locale of locales) texts.set(locale, await readMessages(sources, locale));
const english = texts.get('en') ?? {};

/** The product's own files with that ending, as one text each. */
async function productFiles(...endings: string[]): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for (const folder of ['src', 'background', 'popup', 'options']) {
    for (const path of await readdir(join(root, folder), { recursive: true })) {
      if (!endings.includes(extname(path))) continue;
      found.push({ path: join(folder, path), text: await readFile(join(root, folder, path), 'utf8') });
    }
  }
  return found;
}

/** `unreadCount_one` is one of the plural forms of `unreadCount`. */
const FORM = /_(zero|one|two|few|many|other)$/;
const nameOf = (key: string) => key.replace(FORM, '');
const placesIn = (message: string) => [...message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]).sort();

describe('Every text', () => {
  it('is used in the source', async () => {
    const all = (await productFiles('.ts', '.tsx', '.css')).map(({ text }) => text).join('\n');
    const manifest = await readFile(join(root, 'manifest.json'), 'utf8');
    const mentioned = new Set([
      ...[...all.matchAll(/['"](\w+)['"]/g)].map((match) => match[1]),
      ...[...`${all}${manifest}`.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1]),
      // What has a name has its words under that name.
      ...[
        ...REASONS.map(presentObstacle),
        ...PERMISSION_NAMES.map(describePermission),
        ...PURPOSE_NAMES.map(describePurpose),
      ].flatMap((words) => Object.values(words)),
    ]);
    expect(Object.keys(english).filter((key) => !mentioned.has(nameOf(key)))).toEqual([]);
  });

  it('exists if the manifest or a style sheet names it', async () => {
    const styles = (await productFiles('.css')).map(({ text }) => text).join('\n');
    const manifest = await readFile(join(root, 'manifest.json'), 'utf8');
    const named = [...`${styles}${manifest}`.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? '');
    expect(named.filter((key) => !(key in english))).toEqual([]);
  });

  it('is named in the source if a person sees or hears it', async () => {
    const attribute = /\b(?:aria-label|aria-description|title|alt|placeholder|label)="([^"]+)"/g;
    const spoken = (await productFiles('.tsx')).flatMap(({ path, text }) =>
      [...text.matchAll(attribute)].map((match) => ({ path, text: match[1] ?? '' })),
    );
    expect(spoken.length).toBeGreaterThan(0);
    expect(spoken.filter(({ text }) => !(text in english))).toEqual([]);
  });
});

describe.each(locales)('The language %s', (locale) => {
  const own = texts.get(locale) ?? {};
  const forms = new Intl.PluralRules(own.languageTag?.message ?? locale).resolvedOptions().pluralCategories;

  it('has every text, each number in all its forms, and no others', () => {
    const names = new Set(Object.keys(english).map(nameOf));
    const counted = new Set(
      Object.keys(english)
        .filter((key) => FORM.test(key))
        .map(nameOf),
    );
    const wanted = [...names].flatMap((name) =>
      counted.has(name) ? forms.map((form) => `${name}_${form}`) : [name],
    );
    expect(Object.keys(own).sort()).toEqual(wanted.sort());
  });

  it('has the same placeholders as English', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(own)) {
      const source = english[key] ?? english[`${nameOf(key)}_other`];
      expect([key, placeholders]).toEqual([key, source?.placeholders ?? {}]);
      expect([key, Object.keys(placeholders)]).toEqual([key, expect.arrayContaining(placesIn(message))]);
      // One form may do without its number: "once".
      if (!FORM.test(key)) expect([key, placesIn(message)]).toEqual([key, placesIn(source?.message ?? '')]);
    }
  });

  it('names itself and its writing direction', () => {
    const { languageTag, textDirection } = own;
    expect(new Intl.Locale(languageTag?.message ?? '').language).toBe(new Intl.Locale(locale).language);
    expect(textDirection?.message).toMatch(/^(ltr|rtl)$/);
  });

  it('has the typographer’s quotes, dashes and dots', () => {
    const plain = Object.entries(own).filter(([, { message }]) =>
      /["']|\.\.\.| - |\s{2}|^\s|\s$/.test(message),
    );
    expect(plain).toEqual([]);
  });
});

it('Every style uses the start and the end of a line, not left and right', async () => {
  const sided =
    /(?:^|[\s;{])(?:left|right)\s*:|-(?:left|right)(?:-[a-z-]+)?\s*:|:\s*(?:left|right)\b|\bfloat\s*:/m;
  const strays = (await productFiles('.css')).filter(({ text }) => sided.test(text));
  expect(strays.map(({ path }) => path)).toEqual([]);
});
