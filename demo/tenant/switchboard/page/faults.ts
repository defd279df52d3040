import * as v from 'valibot';

type Faults = Readonly<Record<string, unknown>>;
export type Endpoint = 'token' | 'graph' | 'authorize';

export const endpointNames: Readonly<Record<Endpoint, string>> = {
  token: 'Token endpoint',
  graph: 'Graph',
  authorize: 'Sign-in pages',
};

const Throttle = v.object({ status: v.literal(429), headers: v.object({ 'Retry-After': v.string() }) });
const GraphFaults = v.record(v.string(), v.unknown());
const Delays = v.record(v.string(), v.unknown());

/** The faults that cutting the network sets, and the word they are set to. */
const networkNames = ['metadataNetwork', 'authorize', 'tokenNetwork', 'graphNetwork'];
const cut = 'reset';
const everyRoute = '/';

const graphFaults = (faults: Faults) => {
  const found = v.safeParse(GraphFaults, faults.graph);
  return found.success ? found.output : {};
};

/** The seconds that an endpoint's 429 asks to wait, or null where it is not throttled. */
export function readThrottle(faults: Faults, endpoint: 'token' | 'graph'): number | null {
  const found = v.safeParse(Throttle, endpoint === 'token' ? faults.token : graphFaults(faults)[everyRoute]);
  return found.success ? Number(found.output.headers['Retry-After']) : null;
}

/** The seconds by which an endpoint's answers are late, or null. */
export function readDelay(faults: Faults, endpoint: Endpoint): number | null {
  const delays = v.safeParse(Delays, faults.delay);
  const delay = delays.success ? delays.output[endpoint] : null;
  return typeof delay === 'number' ? delay / 1000 : null;
}

export const isNetworkCut = (faults: Faults): boolean => networkNames.every((name) => faults[name] === cut);

/** Faults that are set, but not by a lever of this page: by a test, or by a request to the control API. */
export function otherFaults(faults: Faults): string[] {
  const rest = Object.entries(faults).flatMap(([name, value]): [string, unknown][] => {
    if (name === 'delay' || (networkNames.includes(name) && isNetworkCut(faults))) return [];
    if (name === 'token' && readThrottle(faults, 'token') !== null) return [];
    if (name !== 'graph') return [[name, value]];
    const isOurs = (route: string) => route === everyRoute && readThrottle(faults, 'graph') !== null;
    return Object.entries(graphFaults(faults)).flatMap(([route, fault]): [string, unknown][] =>
      isOurs(route) ? [] : [[`graph ${route}`, fault]],
    );
  });
  return rest.map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}
