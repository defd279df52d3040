import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserName } from '../../../demo/browsers.ts';

const sources = fileURLToPath(new URL('./fixture-extension', import.meta.url));

const background: Record<BrowserName, object> = {
  chromium: { background: { service_worker: 'background.js' } },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'fixture@lanyard.test' } },
  },
};

/** A tiny extension, built for one browser into a folder of its own: it signs in, fetches, and names its boot. */
export async function buildFixtureExtension(name: BrowserName) {
  const dir = await mkdtemp(join(tmpdir(), 'lanyard-fixture-'));
  const scripts = ['background.ts', 'popup.ts'].map((file) => join(sources, file));
  await build({ entryPoints: scripts, outdir: dir, bundle: true, format: 'iife' });
  await cp(join(sources, 'popup.html'), join(dir, 'popup.html'));
  const manifest = {
    manifest_version: 3,
    name: 'Fixture',
    version: '1',
    permissions: ['identity', 'storage'],
    action: { default_popup: 'popup.html' },
    ...background[name],
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
