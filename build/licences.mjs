import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './bundle.mjs';

/** The package of the drawings: its archive holds no licence, though its package.json names one. */
export const DRAWINGS = '@fluentui/svg-icons';

const MIT = `MIT License

Copyright (c) Microsoft Corporation.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/**
 * The packages that these bundles have something of.
 * @param {readonly (import('esbuild').Metafile | undefined)[]} metafiles
 */
export function packagesIn(metafiles) {
  const paths = metafiles.flatMap((metafile) => Object.keys(metafile?.inputs ?? {}));
  const names = paths.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? '');
  return [...new Set(names.filter(Boolean))];
}

/**
 * Writes DIR/LICENSES.txt: each package as it ships here, unchanged, with its version, where its source is, and its licence.
 * @param {string} dir @param {readonly string[]} packages
 * @throws {Error} where a package has no licence to show
 */
export async function writeLicences(dir, packages) {
  const texts = await Promise.all([...packages, DRAWINGS].sort().map(describe));
  await writeFile(join(dir, 'LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}

/** @param {string} name */
async function describe(name) {
  const folder = join(ROOT, 'node_modules', name);
  const { version, license, repository } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e(\.|$)/i.test(each));
  const text = file ? await readFile(join(folder, file), 'utf8') : name === DRAWINGS ? MIT : null;
  if (text === null) throw new Error(`${name} has no licence to ship with it.`);
  const source = typeof repository === 'string' ? repository : repository.url;
  return `${name} ${version}\n${license}\n${source}\n\n${text.trimEnd()}\n`;
}
