// Builds the extension: `node build.mjs [--out DIR] [--readable] [--watch]`. Nothing in the output depends on the time, the
// folder or the machine, so that a reviewer's build is byte for byte ours.
import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, ROOT } from './build/bundle.mjs';
import { packagesIn, writeLicences } from './build/licences.mjs';
import { buildPage, SIDE_PAGE } from './build/pages.mjs';

/** @typedef {import('./build/bundle.mjs').BrowserName} BrowserName */

/** Decides Chromium's extension id, and so the redirect URI, as the add-on id decides Firefox's. */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsWuuIwYQILCW4vZvEDa79GIoqQkR4M3mSoLVeNLC4uDxLGGPVLGRfo8VFmzdpKjBB8XK9q1zmo3KUtkrJwvavRw02UxayrJYLEfdtRhWJisq5lvBij4DjV4F0eruJbH8HI1gLD/X8JNat53W+MV04VFOqJqDwmznjqyzXFgmDsO5tkiZAI+7HmVA8H9cX7VkMMdNAwSz/DcPzojCSL6AlVGIeDCL4TQRXdv5oE7OX/iggb3D7zha8Kol5KKp3T4LqQjo3VnKUCMAJ2QQmlgq2lB6c72V9pU45se1Fpi4MebY4dBlxf8nNmra0njgGNb+W6BsVA6PKNe/9p46etyxDwIDAQAB';

/** @type {readonly BrowserName[]} */
export const BROWSERS = ['chromium', 'firefox'];

/** The extension's pages, each a folder of its name. */
const PAGES = ['popup', 'options'];

const SHARED = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8'));

/** What each browser's manifest has beside manifest.json, or in its place. */
const MANIFEST_PARTS = {
  chromium: {
    key: CHROMIUM_KEY,
    // storage.session for trusted contexts, action.openPopup with a window, light-dark() in CSS.
    minimum_chrome_version: '127',
    background: { service_worker: 'background.js' },
    permissions: [...SHARED.permissions, 'sidePanel'],
    side_panel: { default_path: SIDE_PAGE },
    commands: { ...SHARED.commands, 'open-side-panel': { description: '__MSG_commandOpenSide__' } },
    // Present and empty: without the key, every other extension may connect.
    externally_connectable: { ids: [] },
  },
  firefox: {
    background: { scripts: ['background.js'] },
    sidebar_action: {
      default_title: SHARED.action.default_title,
      default_panel: SIDE_PAGE,
      default_icon: SHARED.action.default_icon,
      open_at_install: false,
    },
    commands: { ...SHARED.commands, _execute_sidebar_action: { description: '__MSG_commandOpenSide__' } },
  },
};

/**
 * The redirect URIs to register with Entra, as single-page application: each browser works its own out from the
 * extension's identity.
 * @type {Record<BrowserName, string>}
 */
export const REDIRECT_URIS = {
  chromium: `https://${chromiumId(CHROMIUM_KEY)}.chromiumapp.org/`,
  firefox: `https://${createHash('sha1').update(SHARED.browser_specific_settings.gecko.id).digest('hex')}.extensions.allizom.org/`,
};

/**
 * Writes DIR/chromium and DIR/firefox, each ready to load unpacked.
 * @param {{ out?: string, clientId?: string, readable?: boolean }} options `clientId`: the Entra application id, a
 *   GUID; without one the extension says that it has none. `readable`: not minified, for reviewers and for whoever
 *   looks for a mistake.
 * @throws {Error} when the client id is no GUID
 */
export async function build({ out = join(ROOT, 'dist'), clientId = '', readable = false } = {}) {
  if (clientId && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(clientId)) {
    throw new Error(`LANYARD_CLIENT_ID is "${clientId}", which is no application id: it must be a GUID.`);
  }
  for (const browser of BROWSERS) await buildOne(browser, join(out, browser), clientId, readable);
}

/** @param {BrowserName} browser @param {string} dir @param {string} clientId @param {boolean} readable */
async function buildOne(browser, dir, clientId, readable) {
  await rm(dir, { recursive: true, force: true });
  for (const page of PAGES) await mkdir(join(dir, page), { recursive: true });
  const [pages, background] = await Promise.all([
    Promise.all(PAGES.map((page) => buildPage(page, browser, dir, readable))),
    bundle(browser, readable, {
      entryPoints: { background: 'background/index.ts' },
      outdir: dir,
      format: 'iife',
      define: { LANYARD_CLIENT_ID: JSON.stringify(clientId.toLowerCase()) },
    }),
    cp(join(ROOT, 'src/_locales'), join(dir, '_locales'), { recursive: true }),
    cp(join(ROOT, 'src/icons'), join(dir, 'icons'), {
      recursive: true,
      filter: (path) => !path.endsWith('.svg'),
    }),
  ]);
  await writeManifest(
    browser,
    dir,
    pages.flatMap(({ styles }) => styles),
  );
  await writeLicences(dir, packagesIn([background.metafile, ...pages.map(({ metafile }) => metafile)]));
}

/**
 * The styles that stand in a page are allowed by what they are, and no others.
 * @param {BrowserName} browser @param {string} dir @param {readonly string[]} styles
 */
async function writeManifest(browser, dir, styles) {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const sources = styles.map((style) => ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  /** @type {string} */
  const shared = SHARED.content_security_policy.extension_pages;
  const policy = shared.replace("style-src 'self'", (known) => `${known}${sources.join('')}`);
  const manifest = {
    ...SHARED,
    version,
    ...MANIFEST_PARTS[browser],
    content_security_policy: { extension_pages: policy },
  };
  await writeFile(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * Chromium's extension id: the first half of the SHA-256 of the public key, each hex digit as a letter a-p.
 * @param {string} key
 */
function chromiumId(key) {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return [...hash.slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

async function main() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      readable: { type: 'boolean' },
      watch: { type: 'boolean' },
    },
  });
  const out = resolve(values.out ?? join(ROOT, 'dist'));
  const clientId = process.env.LANYARD_CLIENT_ID?.trim() ?? '';
  const readable = values.readable ?? values.watch ?? false;
  await build({ out, clientId, readable });
  for (const browser of BROWSERS) {
    console.log(`${join(out, browser)}\n  redirect URI: ${REDIRECT_URIS[browser]}`);
  }
  if (!clientId) {
    console.log('No LANYARD_CLIENT_ID was given: Lanyard will say that it has no app registration.');
  }
  if (values.watch) rebuildOnChange({ out, clientId, readable });
}

/** @param {{ out: string, clientId: string, readable: boolean }} options */
function rebuildOnChange(options) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const rebuild = () =>
    build(options).then(
      () => console.log(`Rebuilt at ${new Date().toLocaleTimeString()}`),
      (error) => console.error(error.message),
    );
  for (const path of ['src', 'background', ...PAGES, 'manifest.json']) {
    // One save may be several events: wait until they have come.
    watch(join(ROOT, path), { recursive: path !== 'manifest.json' }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, 50);
    });
  }
  console.log('Watching. Reload the extension in the browser after a rebuild; Ctrl-C stops.');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
