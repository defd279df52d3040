import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const manifestSchema = v.object({
  action: v.object({ default_popup: v.string() }),
  key: v.optional(v.string()),
  optional_permissions: v.optional(v.array(v.string())),
  browser_specific_settings: v.optional(v.object({ gecko: v.object({ id: v.string() }) })),
});

/** The few things that launching needs to know of an extension. */
export interface ExtensionManifest {
  /** Relative to the extension's folder, as in the manifest. */
  popupPath: string;
  /** Firefox's name for the extension, where the manifest gives one. */
  geckoId: string | undefined;
  /** The public key that Chromium makes the extension's id from. */
  key: string | undefined;
  /** What the extension may ask its person for. */
  optionalPermissions: readonly string[];
}

/** Reads the manifest of a built extension; rejects when it has no popup. */
export async function readManifest(extensionDir: string): Promise<ExtensionManifest> {
  const text = await readFile(join(extensionDir, 'manifest.json'), 'utf8');
  const manifest = v.parse(manifestSchema, JSON.parse(text));
  return {
    popupPath: manifest.action.default_popup.replace(/^\//, ''),
    geckoId: manifest.browser_specific_settings?.gecko.id,
    key: manifest.key,
    optionalPermissions: manifest.optional_permissions ?? [],
  };
}
