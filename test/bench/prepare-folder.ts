import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { build } from '../../build.mjs';
import { clientId } from '../e2e/client-id.ts';

/** The pages under measurement, in the extension's folder. */
export const PAGES = {
  blank: 'bench/blank.html',
  popup: 'popup/index.html',
  reference: 'bench/popup.html',
} as const;

const REFERENCE = fileURLToPath(new URL('reference/', import.meta.url));

/**
 * Builds Lanyard and puts two pages of the bench's own beside it, in this copy alone: an empty one and the reference.
 * The rest is what ships, manifest and content security policy included. Gives Chromium's folder.
 */
export async function prepareFolder(out: string): Promise<string> {
  await build({ out, clientId });
  const dir = join(out, 'chromium');
  for (const page of ['blank.html', 'popup.html']) await cp(join(REFERENCE, page), join(dir, 'bench', page));
  // With the options of build.mjs.
  await esbuild.build({
    entryPoints: [join(REFERENCE, 'popup.ts')],
    outdir: join(dir, 'bench'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome127',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: { BENCH_CLIENT_ID: JSON.stringify(clientId) },
  });
  return dir;
}

/** Kilobytes (1,000 bytes) of a file of the folder, by gzip at its best. */
export async function zippedSize(dir: string, path: string): Promise<number> {
  return gzipSync(await readFile(join(dir, path)), { level: 9 }).length / 1000;
}
