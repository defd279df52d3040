import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExtensionManifest } from './manifest.ts';

/**
 * Has a profile of Chromium that is new say that its person has allowed the extension everything optional before. Chromium asks
 * for nothing a second time, whatever has been taken back since (`PermissionsRequestFunction::Run` in
 * chrome/browser/extensions/api/permissions/permissions_api.cc), and its question is in a window of its own that no
 * debugger reaches (https://github.com/puppeteer/puppeteer/issues/5054).
 */
export async function allowBefore(
  profilePath: string,
  { key, optionalPermissions }: ExtensionManifest,
): Promise<void> {
  if (!key) throw new Error('An extension without a key has another id each time.');
  const granted = {
    api: optionalPermissions,
    explicit_host: [],
    manifest_permissions: [],
    scriptable_host: [],
  };
  const settings = { [idOf(key)]: { runtime_granted_permissions: granted } };
  const folder = join(profilePath, 'Default');
  const preferences = join(folder, 'Preferences');
  if (existsSync(preferences)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(preferences, JSON.stringify({ extensions: { settings } }));
}

/** The first half of the SHA-256 of the public key, each hex digit as a letter a-p. */
function idOf(key: string): string {
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');
  return [...hash.slice(0, 32)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}
