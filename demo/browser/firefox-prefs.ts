import { type LaunchOptions, tenantHosts } from './launched-browser.ts';

type Pref = string | number | boolean;

/** The preferences that turn Firefox into a browser that knows our tenant, and one extension by a fixed address. */
export function firefoxPrefs(
  { tenantPort, colorScheme, scale, agreesToPermissions }: LaunchOptions,
  geckoId: string,
  uuid: string,
): Record<string, Pref> {
  return {
    ...quietPrefs,
    ...smallPrefs,
    ...nowherePrefs,
    // Both hosts are this machine, and whoever asks for port 443 gets the tenant's.
    'network.dns.localDomains': tenantHosts.join(','),
    'network.socket.forcePort': `443=${tenantPort}`,
    // Firefox makes up a new address for an extension in every profile, unless it has one already.
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: uuid }),
    // A temporary add-on is removed at the end; what it stored should be there in the next run of the profile.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    // `action.openPopup()` without a click; Firefox asks for one before 149.
    'extensions.openPopupWithoutUserGesture.enabled': true,
    // Optional permissions are there for the asking; the click is still needed.
    ...(agreesToPermissions ? { 'extensions.webextOptionalPermissionPrompts': false } : {}),
    ...(colorScheme ? schemePrefs(colorScheme) : {}),
    ...(scale ? { 'layout.css.devPixelsPerPx': String(scale) } : {}),
  };
}

/**
 * Every other host is asked for at a proxy that is not there. Firefox would go round a dead proxy for requests of
 * its own, hence the last two.
 */
const nowherePrefs: Record<string, Pref> = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': tenantHosts.join(','),
  'network.proxy.failover_direct': false,
  'network.proxy.allow_bypass': false,
};

function schemePrefs(scheme: 'light' | 'dark'): Record<string, Pref> {
  return {
    'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0,
  };
}

/** Processes that nothing here needs: one for each site, and one more ready for the next. */
const smallPrefs: Record<string, Pref> = {
  'browser.newtab.preload': false,
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  'fission.autostart': false,
};

/** What Firefox would fetch by itself, on top of what puppeteer switches off. */
const quietPrefs: Record<string, Pref> = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.region.network.url': '',
  'browser.search.geoSpecificDefaults': false,
  'captivedetect.canonicalURL': '',
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};
