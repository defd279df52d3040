import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { bundle, ROOT } from './bundle.mjs';
import { inlineDrawings } from './drawings.mjs';

/** @typedef {import('./bundle.mjs').BrowserName} BrowserName */

/** The popup's page once more, in the measures of a panel at the side that stays. */
export const SIDE_PAGE = 'popup/side.html';

/** Where a page has the styles of its shell. */
const SHELL_LINK = '<link rel="stylesheet" href="shell.css" />';

/**
 * A page of the extension: PAGE/index.tsx and PAGE/styles/index.css become PAGE.js and PAGE.css beside its index.html.
 * Chromium paints what stands before a style sheet without waiting for it. Gives what went into the script, and the styles
 * that stand in the page itself.
 * @param {string} page @param {BrowserName} browser @param {string} dir @param {boolean} readable
 */
export async function buildPage(page, browser, dir, readable) {
  const outdir = join(dir, page);
  const [{ metafile }, shell] = await Promise.all([
    bundle(browser, readable, {
      entryPoints: { [page]: `${page}/index.tsx` },
      outdir,
      format: 'esm',
      // What is not seen at once is a file of its own.
      splitting: true,
      chunkNames: 'parts/[name]-[hash]',
      // Pages only ask, and for that what the browsers have themselves is the same in both.
      alias: { 'webextension-polyfill': join(ROOT, 'src/ui/native-browser.ts') },
      jsx: 'automatic',
      jsxImportSource: 'preact',
    }),
    bundleShell(page, browser, readable),
    bundle(browser, readable, {
      entryPoints: { [page]: `${page}/styles/index.css` },
      outdir,
      plugins: [inlineDrawings],
    }),
  ]);
  const html = await readFile(join(ROOT, page, 'index.html'), 'utf8');
  const parts = partsOf(metafile, `${page}/index.tsx`).map((path) => relative(outdir, join(ROOT, path)));
  const whole = withShell(withPreloads(html, parts), shell);
  await writeFile(join(outdir, 'index.html'), whole);
  if (dirname(SIDE_PAGE) === page) await writeFile(join(dir, SIDE_PAGE), asSidePage(whole));
  return { metafile, styles: shell === null ? [] : [shell] };
}

/**
 * The files that a page's script cannot begin without.
 * @param {import('esbuild').Metafile | undefined} metafile @param {string} entryPoint
 */
function partsOf(metafile, entryPoint) {
  const outputs = Object.values(metafile?.outputs ?? {});
  const script = outputs.find((output) => output.entryPoint === entryPoint);
  return (script?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map(({ path }) => path);
}

/**
 * The page with a line for each of these, so that they are fetched together with the script and not after it.
 * @param {string} html @param {readonly string[]} parts
 */
function withPreloads(html, parts) {
  const links = parts.map((part) => `    <link rel="modulepreload" href="${part.replaceAll(sep, '/')}" />\n`);
  return html.replace(/^ *<script /m, (script) => `${links.join('')}${script}`);
}

/**
 * The same page as one that stays at the side: a class says so, for the styles that are painted first.
 * @param {string} html
 */
function asSidePage(html) {
  return html.replace('<html ', '<html class="side" ');
}

/**
 * A page may have a shell: the styles of what is in its html, which are painted before anything else has loaded.
 * @param {string} page @param {BrowserName} browser @param {boolean} readable
 */
async function bundleShell(page, browser, readable) {
  const shell = `${page}/styles/shell.css`;
  if (!existsSync(join(ROOT, shell))) return null;
  const { outputFiles = [] } = await bundle(browser, readable, {
    entryPoints: [shell],
    write: false,
  });
  return outputFiles[0]?.text ?? null;
}

/**
 * The page with its shell in it: a file of its own would be one more to wait for before the first frame.
 * @param {string} html @param {string | null} shell
 */
function withShell(html, shell) {
  return shell === null ? html : html.replace(SHELL_LINK, () => `<style>${shell}</style>`);
}
