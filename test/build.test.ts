import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, build, REDIRECT_URIS } from '../build.mjs';

const clientId = '6f1d2c3b-4a59-4e68-9b77-8c86959a4b3c';
let scratch = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'lanyard-build-'));
  await build({ out: join(scratch, 'out'), clientId });
});
afterAll(() => rm(scratch, { recursive: true }));

const read = (path: string) => readFile(join(scratch, 'out', path), 'utf8');

/** Every file of a folder with a hash of what is in it. */
async function fingerprint(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.sort().map(async (file) => {
      const hash = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return [file.slice(folder.length), hash] as const;
    }),
  );
  return Object.fromEntries(hashes);
}

describe('The build', () => {
  // Two whole builds, on a machine that may be busy with other tests.
  it('is the same to the byte from another folder (K1)', async () => {
    const elsewhere = join(scratch, 'a folder with another name');
    const sources = [
      'build',
      'build.mjs',
      'package.json',
      'manifest.json',
      'tsconfig.json',
      'src',
      'background',
      'popup',
      'options',
    ];
    for (const source of sources) await cp(source, join(elsewhere, source), { recursive: true });
    await symlink(join(process.cwd(), 'node_modules'), join(elsewhere, 'node_modules'));
    const there = await import(pathToFileURL(join(elsewhere, 'build.mjs')).href);
    await there.build({ clientId });
    expect(await fingerprint(join(elsewhere, 'dist'))).toEqual(await fingerprint(join(scratch, 'out')));
  });

  it('refuses a client id that is no GUID, and names it', async () => {
    await expect(build({ out: join(scratch, 'bad'), clientId: 'my-app' })).rejects.toThrow('"my-app"');
  });

  it.each(BROWSERS)('runs no text as code, for %s (K2)', async (browser) => {
    const scripts = (await readdir(join(scratch, 'out', browser), { recursive: true })).filter((path) =>
      path.endsWith('.js'),
    );
    expect(scripts).toEqual(
      expect.arrayContaining(['background.js', 'popup/popup.js', 'options/options.js']),
    );
    for (const script of scripts) {
      const source = await read(`${browser}/${script}`);
      expect(source).not.toContain('sourceMappingURL');
      // Without its comments, in which MSAL explains `import()`.
      const { code } = await transform(source, { minifyWhitespace: true, legalComments: 'none' });
      expect(code).not.toMatch(/\beval\(|new Function\(|importScripts\(/);
      // What is loaded later is a part of the page, by a name that stands there.
      const loads = [...code.matchAll(/\bimport\(([^)]*)\)/g)].map((match) => match[1] ?? '');
      for (const load of loads) expect(load).toMatch(/^"\.\/parts\/[\w-]+\.js"$/);
    }
  });

  it.each(BROWSERS)('asks %s for no more than it needs (K3)', async (browser) => {
    const manifest = JSON.parse(await read(`${browser}/manifest.json`));
    expect(manifest.permissions).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'identity',
      'idle',
      'storage',
      // Firefox has sidebars without one.
      ...(browser === 'chromium' ? ['sidePanel'] : []),
    ]);
    // Only for whoever turns the reminders on.
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.incognito).toBe('not_allowed');
    for (const key of [
      'host_permissions',
      'optional_host_permissions',
      'content_scripts',
      'web_accessible_resources',
    ]) {
      expect(manifest).not.toHaveProperty(key);
    }
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('connect-src https://login.microsoftonline.com https://graph.microsoft.com;');
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  it.each(BROWSERS)(
    'lets the pages of %s use only the inline styles that are written in them',
    async (browser) => {
      const manifest = JSON.parse(await read(`${browser}/manifest.json`));
      const [, allowed] = /style-src ([^;]+);/.exec(manifest.content_security_policy.extension_pages) ?? [];
      const styles: string[] = [];
      for (const page of ['popup/index.html', 'popup/side.html', 'options/index.html']) {
        const html = await read(`${browser}/${page}`);
        expect(html).not.toContain('shell.css');
        // Browsers put messages into style sheets and the manifest, and not into pages.
        expect(html).not.toContain('__MSG_');
        styles.push(...[...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? ''));
      }
      const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
      expect(hashes.length).toBeGreaterThan(0);
      expect(allowed?.split(' ')).toEqual(["'self'", ...new Set(hashes)]);
    },
  );

  it.each(BROWSERS)(
    'gives %s the licence of each package, and the address of its source',
    async (browser) => {
      const licences = await read(`${browser}/LICENSES.txt`);
      for (const name of [
        '@azure/msal-browser',
        '@azure/msal-common',
        '@fluentui/svg-icons',
        'preact',
        'valibot',
        'webextension-polyfill',
      ]) {
        expect(licences).toMatch(
          new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\n(MIT|MPL-2\\.0)\n.*github\\.com/`, 'm'),
        );
      }
    },
  );

  it.each(BROWSERS)('draws every icon of %s as a path', async (browser) => {
    for (const page of ['popup/popup.css', 'options/options.css']) {
      const styles = await read(`${browser}/${page}`);
      expect(styles).toMatch(/\.icon-person path\{d:path\("M/);
      expect(styles).not.toContain('url(');
    }
  });

  it('gives each browser its kind of background', async () => {
    const chromium = JSON.parse(await read('chromium/manifest.json'));
    const firefox = JSON.parse(await read('firefox/manifest.json'));
    expect(chromium.background).toEqual({ service_worker: 'background.js' });
    expect(chromium.externally_connectable).toEqual({ ids: [] });
    expect(firefox.background).toEqual({ scripts: ['background.js'] });
    expect(firefox).not.toHaveProperty('key');
    expect(firefox.browser_specific_settings).toMatchObject({
      gecko: {
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['authenticationInfo'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    });
  });

  it.each(BROWSERS)(
    'gives %s the pages that its manifest names, and everything that they load',
    async (browser) => {
      const manifest = JSON.parse(await read(`${browser}/manifest.json`));
      expect(manifest.options_ui).toEqual({ page: 'options/index.html', open_in_tab: true });
      const side = manifest.side_panel?.default_path ?? manifest.sidebar_action?.default_panel;
      for (const page of [manifest.action.default_popup, manifest.options_ui.page, side]) {
        const html = await read(`${browser}/${page}`);
        const loaded = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1] ?? '');
        expect(loaded.some((path) => path.endsWith('.css'))).toBe(true);
        expect(loaded.some((path) => path.endsWith('.js'))).toBe(true);
        for (const file of loaded) await read(join(browser, page, '..', file));
      }
    },
  );

  it.each(BROWSERS)(
    'gives %s a second popup page for the side panel, with a mark and without other code',
    async (browser) => {
      const marked = await read(`${browser}/popup/side.html`);
      expect(marked).toContain('<html class="side" ');
      expect(marked.replace(' class="side"', '')).toBe(await read(`${browser}/popup/index.html`));
    },
  );

  it('opens no sidebar in Firefox by itself', async () => {
    const manifest = JSON.parse(await read('firefox/manifest.json'));
    expect(manifest.sidebar_action).toMatchObject({ open_at_install: false });
    expect(manifest).not.toHaveProperty('side_panel');
  });

  it.each(BROWSERS)('suggests one shortcut to %s, which the person can change', async (browser) => {
    const { commands, omnibox } = JSON.parse(await read(`${browser}/manifest.json`));
    const suggested = Object.keys(commands).filter((name) => commands[name].suggested_key);
    expect(suggested).toEqual(['_execute_action']);
    expect(omnibox).toEqual({ keyword: 'ly' });
  });

  it('names the redirect URIs to register', () => {
    expect(REDIRECT_URIS.chromium).toMatch(/^https:\/\/[a-p]{32}\.chromiumapp\.org\/$/);
    expect(REDIRECT_URIS.firefox).toMatch(/^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/$/);
  });
});
