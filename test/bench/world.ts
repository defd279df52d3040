import type { Page } from 'puppeteer-core';
import { REDIRECT_URIS } from '../../build.mjs';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import { type LaunchedBrowser, type LaunchOptions, launchBrowser } from '../../demo/browsers.ts';
import { type Person, startTenant, type Tenant, type TenantOptions } from '../../demo/tenant/index.ts';
import { walkSignIn } from '../../demo/walk.ts';
import { clientId } from '../e2e/client-id.ts';

/** A browser with somebody signed in. */
export interface Bench {
  tenant: Tenant;
  lanyard: LaunchedBrowser;
  person: Person;
  accountId: string;
  /** A page of the extension to ask from. */
  page: Page;
}

/** What every panel needs, and the reference, so that none of them begins with a question. */
const SCOPES = [
  'User.Read',
  'Mail.ReadBasic',
  'Mail.ReadWrite',
  'Calendars.ReadWrite',
  'Tasks.ReadWrite',
  'Files.Read',
  'People.Read',
  'Presence.ReadWrite',
];

interface Options extends Partial<LaunchOptions>, Pick<TenantOptions, 'inboxSize'> {
  extensionDir: string;
}

/** Does the work in a browser of its own, at a tenant of its own, and ends both. */
export async function inBrowser<T>(options: Options, work: (bench: Bench) => Promise<T>): Promise<T> {
  const { inboxSize, ...rest } = options;
  return withTenant({ ...(inboxSize ? { inboxSize } : {}) }, async (tenant) => {
    const lanyard = await launchAt(tenant, rest);
    try {
      return await work(await signIn(tenant, lanyard));
    } finally {
      await lanyard.close();
    }
  });
}

/** Does the work while a tenant is up in which everybody may use everything. */
export async function withTenant<T>(
  sizes: Pick<TenantOptions, 'inboxSize'>,
  work: (tenant: Tenant) => Promise<T>,
): Promise<T> {
  const tenant = await startTenant({ clientId, redirectUris: Object.values(REDIRECT_URIS), ...sizes });
  try {
    tenant.control.consentForOrganisation(SCOPES);
    return await work(tenant);
  } finally {
    await tenant.stop();
  }
}

/** The version of the browser that everything is measured in. */
export function chromiumVersion(extensionDir: string): Promise<string> {
  return withTenant({}, async (tenant) => {
    const lanyard = await launchAt(tenant, { extensionDir });
    await lanyard.close();
    return lanyard.version;
  });
}

/** A browser that finds the tenant. */
export function launchAt(
  tenant: Tenant,
  options: Partial<LaunchOptions> & { extensionDir: string },
): Promise<LaunchedBrowser> {
  return launchBrowser({ browser: 'chromium', tenantPort: tenant.port, headless: true, ...options });
}

/** Signs the first person of the tenant in, and waits until the popup has read their profile. */
export async function signIn(tenant: Tenant, lanyard: LaunchedBrowser): Promise<Bench> {
  const [person] = tenant.people;
  if (!person) throw new Error('The tenant has nobody in it.');
  const popup = await lanyard.openPopup();
  await (await popup.waitForSelector('.button-primary'))?.click();
  await walkSignIn(await lanyard.waitForAuthWindow(), person);
  await waitUntil('the profile', async () => (await lanyard.findPopup())?.$('img.avatar') ?? null);
  await (await lanyard.findPopup())?.close();
  const page = await lanyard.openExtensionPage('manifest.json');
  return { tenant, lanyard, person, accountId: `${person.oid}.${person.tid}`, page };
}
