import { createClock } from './clock.ts';
import { createWorkings, resetWorkings, type TenantControl } from './control.ts';
import { createCoreStorage } from './entra/adapter.ts';
import { createEntra } from './entra/app.ts';
import { createBrowserSessions } from './entra/browser-sessions.ts';
import { createConsents } from './entra/consents.ts';
import { createGraph } from './graph/app.ts';
import { entraHost, graphHost } from './hosts.ts';
import { createSigningKey } from './keys.ts';
import { createLog } from './log.ts';
import { createPeople, type Person } from './people.ts';
import { listen, loopback } from './server.ts';

export type { CannedAnswer, Delay, Faults, IdTokenFault, TenantControl } from './control.ts';
export { entraHost, graphHost } from './hosts.ts';
export type { LogEntry } from './log.ts';
export { organisation, type Person } from './people.ts';

/** One app registration, as the platform "single-page application". */
export interface TenantOptions {
  clientId: string;
  redirectUris: readonly string[];
  /** 0, the default, takes any free port. */
  port?: number;
  /** Nothing but 127.0.0.1 is accepted. */
  host?: string;
}

/** A tenant that is up. */
export interface Tenant {
  port: number;
  people: readonly Person[];
  control: TenantControl;
  /** Closes every connection; calling it again does nothing more. */
  stop(): Promise<void>;
}

/**
 * Starts the stand-in for login.microsoftonline.com and graph.microsoft.com: one TLS server on 127.0.0.1, with fresh
 * keys and a fresh certificate, and nothing written to disk. Browsers are told to find both hosts there.
 */
export async function startTenant(options: TenantOptions): Promise<Tenant> {
  const { clientId, redirectUris, port = 0, host = loopback } = options;
  if (host !== loopback) throw new Error(`The local tenant listens on ${loopback} only, not on ${host}.`);

  const clock = createClock();
  const log = createLog(clock);
  const workings = createWorkings(clock, log);
  const people = createPeople();
  const key = await createSigningKey();
  const consents = createConsents();
  const sessions = createBrowserSessions();
  const storage = createCoreStorage(clock);
  const entra = createEntra({ clientId, redirectUris, people, key, workings, consents, sessions, storage });
  const graph = createGraph({ people, key, workings });
  const server = await listen({ [entraHost]: entra, [graphHost]: graph }, log, port);

  const control: TenantControl = {
    faults: workings.faults,
    counters: workings.counters,
    log: log.entries,
    issuedSecrets: workings.secrets,
    clock,
    consents: (person) => consents.of(person),
    revokeConsent: (person, scopes) => consents.revoke(person, scopes),
    reset() {
      resetWorkings(workings);
      consents.clear();
      sessions.clear();
      storage.clear();
    },
  };
  return { port: server.port, people, control, stop: server.stop };
}
