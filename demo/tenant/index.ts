import { createClock } from './clock.ts';
import { createControl, type TenantControl } from './control.ts';
import { startControlApi } from './control-api/server.ts';
import { createAccounts } from './entra/accounts.ts';
import { createCoreStorage } from './entra/adapter.ts';
import { createEntra } from './entra/app.ts';
import { createBrowserSessions } from './entra/browser-sessions.ts';
import { createConsents } from './entra/consents.ts';
import { createRefreshTokens } from './entra/refresh-tokens.ts';
import type { EntraSetting } from './entra/setting.ts';
import { createStandingFailures } from './entra/standing-failures.ts';
import { createGraph } from './graph/app.ts';
import type { StoreSizes } from './graph/stores.ts';
import { LONDON, moveMailboxes } from './graph/time-zone.ts';
import { entraHost, graphHost } from './hosts.ts';
import { createSigningKeys } from './keys.ts';
import { createLog } from './log.ts';
import { createPeople, type Person } from './people.ts';
import { listen, loopback } from './server.ts';
import { createWorkings } from './workings.ts';

export type { ChallengeOptions, ChallengeShape } from './challenges.ts';
export { type ConformanceTest, conformanceFaults } from './conformance.ts';
export type { TenantControl } from './control.ts';
export type { ConsentPolicy } from './entra/consents.ts';
export type { FailureChoice } from './entra/create-failure.ts';
export { type FailureRow, failureRows } from './entra/rows.ts';
export type {
  CannedAnswer,
  Delay,
  DiscoveryFault,
  Fault,
  Faults,
  IdTokenFault,
  NetworkFault,
  TokenFault,
  TokenRequest,
} from './faults.ts';
export { entraHost, graphHost } from './hosts.ts';
export type { LogEntry } from './log.ts';
export { organisation, type Person } from './people.ts';
export type { PersonState, TenantState } from './state.ts';

/** One app registration, as the platform "single-page application". */
export interface TenantOptions extends StoreSizes {
  clientId: string;
  redirectUris: readonly string[];
  /** 0, the default, takes any free port. */
  port?: number;
  /** Nothing but 127.0.0.1 is accepted. */
  host?: string;
  /** Also opens the levers to other processes of this machine, over plain HTTP and behind a key. */
  controlApi?: boolean;
  /** The IANA zone of every mailbox, of this process's tenants all; Europe/London without it. */
  zone?: string;
  /** Messages in the inbox of a work account. */
  inboxSize?: number;
}

/** A tenant that is up. */
export interface Tenant {
  port: number;
  people: readonly Person[];
  control: TenantControl;
  /** Null unless it was asked for. */
  controlApi: { url: string; key: string } | null;
  /** Closes every connection; calling it again does nothing more. */
  stop(): Promise<void>;
}

/**
 * Starts the stand-in for login.microsoftonline.com and graph.microsoft.com: one TLS server on 127.0.0.1, with fresh
 * keys and a fresh certificate, and nothing written to disk. Browsers are told to find both hosts there.
 */
export async function startTenant(options: TenantOptions): Promise<Tenant> {
  const { clientId, redirectUris, port = 0, host = loopback, controlApi = false, zone, ...sizes } = options;
  if (host !== loopback) throw new Error(`The local tenant listens on ${loopback} only, not on ${host}.`);
  moveMailboxes(zone ?? LONDON.iana);

  const clock = createClock();
  const log = createLog(clock);
  const workings = createWorkings(clock, log);
  const people = createPeople();
  const keys = await createSigningKeys();
  const storage = createCoreStorage(clock);
  const accounts = createAccounts(people);
  const setting: EntraSetting = {
    clientId,
    redirectUris,
    people,
    keys,
    workings,
    storage,
    accounts,
    consents: createConsents(),
    sessions: createBrowserSessions(clock, {
      lifeSeconds: () => workings.faults.sessionSeconds,
      canSignIn: accounts.canSignIn,
    }),
    refreshTokens: createRefreshTokens(storage, clock),
    standing: createStandingFailures(),
  };
  const graph = createGraph({ people, keys, workings, ...sizes });
  const server = await listen({ [entraHost]: createEntra(setting), [graphHost]: graph }, log, port);

  const control = createControl(setting);
  const api = controlApi ? await startControlApi(control, people) : null;
  return {
    port: server.port,
    people,
    control,
    controlApi: api && { url: api.url, key: api.key },
    async stop() {
      await Promise.all([server.stop(), api?.stop()]);
    },
  };
}
