import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One file of the page, as it is sent. */
export interface PageFile {
  type: string;
  body: string;
}

const folder = fileURLToPath(new URL('./page', import.meta.url));

/** Everything comes from here, nothing goes elsewhere, nobody frames it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const pageHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Bundles one entry in memory. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: ['chrome127', 'firefox140'],
    charset: 'utf8',
    preserveSymlinks: true,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}

async function makeFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const [page, script, style] = await Promise.all([
    readFile(join(folder, 'index.html'), 'utf8'),
    bundle('index.tsx'),
    bundle('styles/index.css'),
  ]);
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: page }],
    ['/switchboard.js', { type: 'text/javascript; charset=utf-8', body: script }],
    ['/switchboard.css', { type: 'text/css; charset=utf-8', body: style }],
  ]);
}

const paths = new Set(['/', '/switchboard.js', '/switchboard.css']);
let files: ReturnType<typeof makeFiles> | null = null;

/**
 * The file of the page at that path, or null. They are the same for everybody and hold no secret. The first that is
 * asked for has the page bundled, so that a tenant whose switchboard nobody opens does without.
 */
export async function findPageFile(path: string): Promise<PageFile | null> {
  if (!paths.has(path)) return null;
  files ??= makeFiles();
  return (await files).get(path) ?? null;
}
