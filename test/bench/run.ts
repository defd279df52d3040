// `npm run bench`: what tokens, first frames, fresh data and scrolling cost, on the built Chromium folder. Medians and
// ratios of one run; and what a working day costs Graph. It fails for what does not run, never for a target.
// `npm run bench -- openings` does that part alone.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifactsDir } from '../../demo/demo.ts';
import { measureFleet } from './cost/fleet.ts';
import { measureCosts } from './cost/measure-cost.ts';
import { costTargets, describeCosts, describeFleet } from './cost/report-cost.ts';
import { machine } from './measure.ts';
import { measureOpenings } from './openings.ts';
import { prepareFolder, zippedSize } from './prepare-folder.ts';
import {
  describeOpenings,
  describeScrolling,
  describeSizes,
  describeTargets,
  describeTokens,
} from './report.ts';
import { measureScrolling } from './scrolling.ts';
import {
  openingTargets,
  type Sizes,
  scrollingTarget,
  sizeTargets,
  type Target,
  tokenTargets,
} from './targets.ts';
import { measureTokens } from './tokens.ts';
import { chromiumVersion } from './world.ts';

/** What one part of the bench has found. */
interface Part {
  /** Every sample. */
  found: unknown;
  words: string;
  targets: Target[];
}

/** In this order: the cheapest to run comes first. */
const PARTS: Record<string, (extensionDir: string) => Promise<Part>> = {
  async sizes(extensionDir) {
    const sizes = await measureSizes(extensionDir);
    return { found: sizes, words: describeSizes(sizes), targets: sizeTargets(sizes) };
  },
  async openings(extensionDir) {
    const openings = await measureOpenings(extensionDir);
    return { found: openings, words: describeOpenings(openings), targets: openingTargets(openings) };
  },
  async scrolling(extensionDir) {
    const scrolling = await measureScrolling(extensionDir);
    return { found: scrolling, words: describeScrolling(scrolling), targets: [scrollingTarget(scrolling)] };
  },
  async cost() {
    const costs = await measureCosts();
    const fleet = measureFleet();
    const words = `${describeCosts(costs)}\n${describeFleet(fleet)}`;
    return { found: { ...costs, fleet }, words, targets: costTargets(costs) };
  },
  async tokens(extensionDir) {
    const tokens = await measureTokens(extensionDir);
    return { found: tokens, words: describeTokens(tokens), targets: tokenTargets(tokens) };
  },
};

async function measureSizes(extensionDir: string): Promise<Sizes> {
  const size = (path: string) => zippedSize(extensionDir, path);
  const sum = async (paths: readonly string[]) => {
    const sizes = await Promise.all(paths.map(size));
    return sizes.reduce((total, each) => total + each, 0);
  };
  const html = await readFile(join(extensionDir, 'popup/index.html'), 'utf8');
  const atOnce = [...html.matchAll(/(?:modulepreload" href|script [^>]*src)="([^"]+)"/g)];
  const parts = await readdir(join(extensionDir, 'popup/parts'));
  return {
    popupScript: await sum(atOnce.map((match) => `popup/${match[1]}`)),
    popupWhole: await sum(['popup/popup.js', ...parts.map((part) => `popup/parts/${part}`)]),
    popupStyle: await size('popup/popup.css'),
    background: await size('background.js'),
    reference: await size('bench/popup.js'),
  };
}

async function main(chosen: readonly string[]): Promise<void> {
  const stranger = chosen.find((name) => !Object.hasOwn(PARTS, name));
  if (stranger) throw new Error(`There is no part "${stranger}", but ${Object.keys(PARTS).join(', ')}.`);
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-bench-'));
  try {
    const extensionDir = await prepareFolder(folder);
    const chromium = await chromiumVersion(extensionDir);
    const found: Record<string, unknown> = { machine: machine(), chromium };
    const targets: Target[] = [];
    console.log(`${machine()}; Chromium ${chromium}`);
    for (const [name, run] of Object.entries(PARTS)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue;
      const part = await run(extensionDir);
      found[name] = part.found;
      targets.push(...part.targets);
      console.log(`\n${part.words}`);
    }
    console.log(`\n${describeTargets(targets)}`);
    await save(found);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function save(found: Record<string, unknown>): Promise<void> {
  await mkdir(artifactsDir, { recursive: true });
  const path = join(artifactsDir, 'bench.json');
  await writeFile(path, `${JSON.stringify(found, null, 2)}\n`);
  console.log(`\nEvery sample is in ${path}`);
}

await main(process.argv.slice(2));
