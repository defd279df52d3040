import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const TARGETS = { chromium: 'chrome127', firefox: 'firefox140' };

/**
 * Bundles with what all our bundles have in common.
 * @param {BrowserName} browser @param {boolean} readable @param {esbuild.BuildOptions} options
 */
export function bundle(browser, readable, options) {
  return esbuild.build({
    absWorkingDir: ROOT,
    bundle: true,
    // Paths stand in the output as comments: a linked node_modules must not change them.
    preserveSymlinks: true,
    target: TARGETS[browser],
    charset: 'utf8',
    // LICENSES.txt has all of them, whole.
    legalComments: 'none',
    metafile: true,
    minify: !readable,
    logLevel: 'warning',
    ...options,
  });
}
