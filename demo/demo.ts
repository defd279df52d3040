import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BROWSERS, build, REDIRECT_URIS } from '../build.mjs';
import type { BrowserName } from './browsers.ts';
import { startTenant, type Tenant } from './tenant/index.ts';
import { machineZone } from './working-day.ts';

/** Where the demo leaves what it makes. */
export const artifactsDir = fileURLToPath(new URL('../artifacts', import.meta.url));

/** The app registration in the local tenant. Your own, from LANYARD_CLIENT_ID, serves as well. */
const DEMO_CLIENT_ID = '3d2f9a60-6c0e-4b59-9a4e-51f0c7d8e2b1';

/** A built Lanyard and a tenant that knows it. */
export interface Demo {
  tenant: Tenant;
  /** The address of the tenant's switchboard, with its key; null unless it was asked for. */
  switchboard: string | null;
  extensionDir(browser: BrowserName): string;
  close(): Promise<void>;
}

/**
 * Builds Lanyard and starts the tenant. The build is the ordinary one, in a folder of its own, so that `dist`
 * stays what you built for your own registration.
 */
export async function openDemo({ switchboard = false } = {}): Promise<Demo> {
  const clientId = process.env.LANYARD_CLIENT_ID?.trim() || DEMO_CLIENT_ID;
  const out = join(artifactsDir, 'extension');
  console.log('Building Lanyard');
  await build({ out, clientId });
  for (const browser of BROWSERS) {
    console.log(`  ${join(out, browser)}   redirect URI ${REDIRECT_URIS[browser]}`);
  }
  const tenant = await startTenant({
    clientId,
    redirectUris: Object.values(REDIRECT_URIS),
    controlApi: switchboard,
    zone: machineZone(),
  });
  const { controlApi } = tenant;
  console.log(`The local tenant answers for Microsoft on 127.0.0.1:${tenant.port}`);
  return {
    tenant,
    switchboard: controlApi && `${controlApi.url}/#${controlApi.key}`,
    extensionDir: (browser) => join(out, browser),
    close: () => tenant.stop(),
  };
}
