import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readTestSources, scenariosIn } from './test-titles.ts';

const list = await readFile(new URL('scenarios.md', import.meta.url), 'utf8');
const explained = [...list.matchAll(/^- \*\*(\w+)\*\*: [A-Z].*\.$/gm)].map((match) => match[1] ?? '');
const used = new Set((await readTestSources()).flatMap(({ texts }) => texts.flatMap(scenariosIn)));

it('explains in test/scenarios.md every id that a test uses', () => {
  expect(used.size).toBeGreaterThan(0);
  const unexplained = [...used].filter((id) => !explained.includes(id));
  expect(unexplained, 'add a line to test/scenarios.md for each, or take it out of the test').toEqual([]);
});

it('has in test/scenarios.md no id that no test uses', () => {
  const unused = explained.filter((id) => !used.has(id));
  expect(unused, 'take the line out of test/scenarios.md, or name the id in its test').toEqual([]);
});

it('explains each id once', () => {
  expect(explained.filter((id, place) => explained.indexOf(id) !== place)).toEqual([]);
});
