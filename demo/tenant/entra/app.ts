import type { RequestListener } from 'node:http';
import type { Context, Next } from 'koa';
import { fallSilent, isSilent } from '../interference.ts';
import { findAuthority } from './authorities.ts';
import { serveAuthorize } from './authorize.ts';
import { serveConfiguration, serveInstanceDiscovery, serveKeys } from './discovery.ts';
import { dressAuthorize } from './dress-authorize.ts';
import { createTrace, describeTokenError, EntraError } from './errors.ts';
import { failures } from './failures.ts';
import { visitInteraction } from './interaction.ts';
import { signOut } from './logout.ts';
import { watchOutcomes } from './outcomes.ts';
import { errorPage } from './pages/error.ts';
import { type Page, sendPage } from './pages/layout.ts';
import { corePaths, loginPath, readPath } from './paths.ts';
import { createProvider } from './provider.ts';
import { registerRefreshGrant } from './refresh-grant.ts';
import type { EntraSetting } from './setting.ts';
import { serveToken } from './token.ts';

const commonHeaders = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'x-ms-ests-server': '2.1.0.0 - local test tenant',
};

/** Everything that login.microsoftonline.com does here: the certified core inside, Entra's skin around it. */
export function createEntra(setting: EntraSetting): RequestListener {
  const provider = createProvider(setting);
  const outcomes = watchOutcomes(provider);
  dressAuthorize(provider, setting);
  registerRefreshGrant(provider, setting);
  const authorize = serveAuthorize(setting, outcomes);
  const token = serveToken(setting, outcomes);
  const now = () => setting.workings.clock.now();

  async function serveMetadata(
    ctx: Context,
    segment: string,
    endpoint: 'keys' | 'configuration',
  ): Promise<void> {
    const authority = findAuthority(segment);
    if (!authority) {
      ctx.status = 400;
      ctx.body = describeTokenError(failures.unknownTenant(segment), createTrace(now(), undefined));
      ctx.set('Access-Control-Allow-Origin', '*');
    } else if (endpoint === 'keys') await serveKeys(ctx, authority, setting);
    else serveConfiguration(ctx, authority, setting);
  }

  /** Leaves metadata and keys without an answer, where the network is to. */
  async function isLost(ctx: Context): Promise<boolean> {
    const fault = setting.workings.faults.metadataNetwork;
    if (!isSilent(fault)) return false;
    ctx.respond = false;
    await fallSilent(fault, ctx.res);
    return true;
  }

  async function serve(ctx: Context, next: Next): Promise<Page | null> {
    if (ctx.path.startsWith(loginPath)) return visitInteraction(ctx, provider, setting);
    if (ctx.path.startsWith(`${corePaths.authorize}/`)) return authorize.resume(ctx, next);
    if (ctx.path.toLowerCase() === '/common/discovery/instance') serveInstanceDiscovery(ctx, now());
    const place = readPath(ctx.path);
    switch (place?.endpoint) {
      case 'authorize':
        return authorize.begin(ctx, next, place.segment);
      case 'adminconsent':
        return authorize.beginAdminConsent(ctx, next, place.segment);
      case 'logout':
        return signOut(ctx, provider, setting);
      case 'token':
        await token(ctx, next, place.segment);
        return null;
      case 'keys':
      case 'configuration':
        if (await isLost(ctx)) return null;
        await serveMetadata(ctx, place.segment, place.endpoint);
        return null;
      default:
        return null;
    }
  }

  provider.use(async (ctx, next) => {
    ctx.set({ ...commonHeaders, 'x-ms-request-id': crypto.randomUUID() });
    try {
      const page = await serve(ctx, next);
      if (page) sendPage(ctx, page, setting.redirectUris);
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      sendPage(ctx, errorPage(error, createTrace(now(), undefined)), setting.redirectUris);
    }
  });
  return provider.callback();
}
