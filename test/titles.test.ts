import { describe, expect, it } from 'vitest';
import { readTestSource, readTestSources, scenariosIn, type TestTitle } from './test-titles.ts';

/** Turns of phrase that readers stumble over. */
const RIDDLES =
  /\b(whoever|anew|for want of|comes? about|comes? to nothing|of before|for so long|so many|is no more|at its end|by lot|goes on by itself|stands? in (the|its) way|is no news|mend(s|ed)?)\b/i;

/** Words of a title, without its ids; a placeholder of a table stands for a phrase of two words. */
function wordsOf(title: string): string[] {
  const sentence = title.replace(/ \([A-Z]\d+(, [A-Z]\d+)*\)$/, '');
  return sentence.replace(/%[sdifjo]|\$\w+|…/g, 'a placeholder').split(/\s+/);
}

const titles = (await readTestSources()).flatMap((source) => source.titles);
const titlesThat = (isFaulty: (title: TestTitle) => boolean) =>
  titles.filter(isFaulty).map(({ where, full }) => `${where} ${full}`);

describe('Every test title', () => {
  it('is found in the sources, hundreds of them', () => {
    expect(titles.length).toBeGreaterThan(1000);
  });

  it('has three words at least and twenty-five at most', () => {
    expect(titlesThat(({ title }) => wordsOf(title).length < 3 || wordsOf(title).length > 25)).toEqual([]);
  });

  it('begins with its sentence, and has its ids in brackets behind it', () => {
    const isMisplaced = ({ title }: TestTitle) => {
      const behind = title.match(/ \(([A-Z]\d+(?:, [A-Z]\d+)*)\)$/)?.[1] ?? '';
      return scenariosIn(title).length !== scenariosIn(behind).length;
    };
    expect(titlesThat(isMisplaced)).toEqual([]);
  });

  it('begins with a verb or a noun, not with half a subject or a subordinate clause', () => {
    const isHalf = (part: string) =>
      /^(that|where|what|whether|who(se|ever)?|how|because|and|of|for|to|in|by|with|from|against)\b/i.test(
        part,
      );
    const namesOf = ({ full, title }: TestTitle) => [...full.slice(0, -title.length).split(' > '), title];
    // A describe may say in which situation its tests are: "In the language de".
    const isFaulty = (test: TestTitle) =>
      namesOf(test).some(
        (name, at, all) => isHalf(name) && !(at < all.length - 1 && /^(in|by|with)\b/i.test(name)),
      );
    expect(titlesThat(isFaulty)).toEqual([]);
  });

  it('has none of the forbidden turns of phrase', () => {
    expect(titlesThat(({ full }) => RIDDLES.test(full))).toEqual([]);
  });

  it('appears once in its file', () => {
    const seen = new Set<string>();
    const isSecond = ({ file, full }: TestTitle) => {
      const key = `${file} ${full}`;
      return seen.has(key) || !seen.add(key);
    };
    expect(titlesThat(isSecond)).toEqual([]);
  });
});

describe('The reader of titles', () => {
  it('finds plain tests, tables and conditional tests, each behind its describes', () => {
    const text = `
      const test = testWithTenant.extend('launchIn', () => 1);
      describe.each(rows)('A cat called %s', () => {
        it('sleeps all day (T40)', () => { expect(map.get('no title')).toBe(1); });
        it.each([['cream', 1]] as const)('drinks %s', (what) => {});
        test.runIf(isThorough).for(rows)(\`eats \${what}\`, async ({ page }) => {});
        it.skip('hunts mice', () => {});
      });`;
    const { titles: found, texts } = readTestSource('cat.test.ts', text);
    expect(found.map(({ where, full }) => `${where} ${full}`)).toEqual([
      'cat.test.ts:4 A cat called %s > sleeps all day (T40)',
      'cat.test.ts:5 A cat called %s > drinks %s',
      'cat.test.ts:6 A cat called %s > eats …',
      'cat.test.ts:7 A cat called %s > hunts mice',
    ]);
    expect(texts).toContain('cream');
  });

  it('takes no time and no escape for an id', () => {
    expect(scenariosIn('S9, L3 and T40 at 2026-03-04T12:00:00 in %E0%A4%A (N1)')).toEqual([
      'S9',
      'L3',
      'T40',
      'N1',
    ]);
  });
});
