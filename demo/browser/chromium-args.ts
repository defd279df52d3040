import { type LaunchOptions, tenantHosts } from './launched-browser.ts';

/** The command line that turns Chromium into a browser that knows our tenant and nothing else. */
export function chromiumArgs(options: LaunchOptions, isRoot: boolean): string[] {
  return [
    `--host-resolver-rules=${resolverRules(options)}`,
    // The tenant's certificate is its own.
    ...(options.brokenBy === 'tls' ? [] : ['--ignore-certificate-errors']),
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-quic',
    '--no-default-browser-check',
    '--no-pings',
    // Nobody sees it: drawing in the GPU's place what no GPU draws costs an eighth of all the time.
    ...(options.headless ? ['--disable-gpu'] : []),
    // Chromium refuses to run as root inside its sandbox; everyone else keeps it.
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(options.colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...(options.scale ? [`--force-device-scale-factor=${options.scale}`] : []),
  ];
}

/** Rules are tried in order: the two hosts, and then nothing else has an address. */
function resolverRules({ tenantPort, brokenBy }: LaunchOptions): string {
  const known = brokenBy === 'dns' ? [] : tenantHosts;
  const maps = known.map((host) => `MAP ${host}:443 127.0.0.1:${tenantPort}`);
  return [...maps, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(',');
}
