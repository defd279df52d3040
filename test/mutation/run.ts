import { Stryker } from '@stryker-mutator/core';
import { type Area, areasNamed } from './areas.ts';
import { optionsFor } from './options.ts';
import { scoreLine } from './score.ts';

/** `npm run test:mutation -- auth messaging`: mutates areas or paths, all areas where none is named. */
async function run(): Promise<void> {
  const lines: string[] = [];
  for (const area of areasNamed(process.argv.slice(2))) lines.push(await mutate(area));
  console.log(`\n${lines.join('\n')}`);
}

async function mutate(area: Area): Promise<string> {
  process.env.LANYARD_MUTATION_TESTS = area.tests.join(' ');
  process.env.LANYARD_MUTATION_IN_DOM = area.isInDom ? 'yes' : '';
  const results = await new Stryker(optionsFor(area)).runMutationTest();
  return scoreLine(area.name, results);
}

await run();
