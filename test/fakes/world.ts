import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { createHandlers } from '../../background/handlers.ts';
import { createServices, type Services } from '../../background/services.ts';
import { type Person, startTenant, type Tenant } from '../../demo/tenant/index.ts';
import type { Handlers, Session, SignInRequest } from '../../src/contract.ts';
import { EXTENSION_URL, fake, REDIRECT_URI, resetFakeBrowser } from './fake-browser.ts';
import { beginLife, type Life, unplugLives } from './fake-life.ts';
import { type FakeNetwork, plugInNetwork, unplugNetwork } from './fake-network.ts';
import { type FakePerson, seatPerson } from './fake-person.ts';
import { bindTimers, strangers, whileAlive } from './life-scope.ts';

/** The client id that `vitest.config.ts` builds in. */
const CLIENT_ID = '00000000-0000-4000-8000-000000000001';

/**
 * A background that runs: everything in it is real, and what it touches of the browser is not. Each call of its
 * services and handlers is a part of its life.
 */
export interface Background {
  services: Services;
  handlers: Handlers;
  life: Life;
  /** Signs in by a window, and gives the session once that has ended. */
  signIn(request?: SignInRequest): Promise<Session>;
}

/** The surroundings of a background: a tenant, a person at the browser, a network, and time. */
export interface World {
  readonly tenant: Tenant;
  readonly network: FakeNetwork;
  readonly person: FakePerson;
  someone(kind: Person['kind']): Person;
  /** Starts the background anew on the storage that is there; the former life ends. `then` is in its first turn. */
  wake(then?: (services: Services) => void): Promise<Background>;
  /** Closes the browser and opens it again: memory is gone, cookies and disk stay. */
  restartBrowser(): Promise<Background>;
  /** Starts the background and signs a person in; gives it with the account's id. */
  signedIn(who?: Person): Promise<{ background: Background; id: string }>;
  /** Begins again with an empty browser and a tenant that knows nothing of it. */
  reset(): void;
  /** Lets time pass, everywhere. */
  passTime(ms: number): void;
  /** Holds the timers of this test back until `vi.advanceTimersByTimeAsync`; time goes on in them as well. */
  holdTimers(): void;
  /** Puts this computer's clock forward or back; time in the world goes on as before. */
  turnClock(ms: number): void;
  tokenRequests(): number;
}

export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => count * 3_600_000;

let shared: Promise<Tenant> | null = null;

/**
 * The tenant of all files that run in this process (`isolate: false`), each of which resets it: to make its keys takes
 * longer than most tests do. It ends with the process.
 */
function sharedTenant(): Promise<Tenant> {
  shared ??= startTenant({ clientId: CLIENT_ID, redirectUris: [REDIRECT_URI] });
  return shared;
}

/** Sets a world up for the tests of a file, with everything put back before each. Time stands still in it. */
export function setUpWorld(): World {
  let tenant: Tenant;
  let background: Background | null = null;
  const someone = (kind: Person['kind']) => {
    const found = tenant.people.find((each) => each.kind === kind);
    if (!found) throw new Error(`Nobody is ${kind}.`);
    return found;
  };

  let network: FakeNetwork;
  let person: FakePerson;
  const world: World = {
    get tenant() {
      return tenant;
    },
    get network() {
      return network;
    },
    get person() {
      return person;
    },
    someone,
    async wake(then = () => undefined) {
      background?.life.end();
      world.passTime(1000);
      background = start(then);
      await background.services.ready;
      return background;
    },
    restartBrowser() {
      background?.life.end();
      fake.session.items = {};
      return world.wake();
    },
    async signedIn(who = someone('member')) {
      const here = await world.wake();
      world.person.is = who;
      const session = await here.signIn();
      if (session.status !== 'signed-in') throw new Error(`The sign-in ended as ${JSON.stringify(session)}.`);
      return { background: here, id: session.account.id };
    },
    reset() {
      background?.life.end();
      background = null;
      tenant.control.reset();
      resetFakeBrowser();
      globalThis.indexedDB = new IDBFactory();
      network = plugInNetwork(tenant.port);
      person = seatPerson(tenant, network, someone('member'));
    },
    passTime: (ms) => void vi.setSystemTime(Date.now() + ms),
    holdTimers() {
      vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: Date.now(), shouldAdvanceTime: true });
      bindTimers();
    },
    turnClock(ms) {
      world.passTime(ms);
      tenant.control.clock.advance(-ms);
    },
    tokenRequests: () => tenant.control.counters.token,
  };

  beforeAll(async () => {
    tenant = await sharedTenant();
    standInForWorker();
  });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    world.reset();
  });
  afterEach(() => {
    background?.life.end();
    vi.useRealTimers();
    const [stranger] = strangers.splice(0);
    if (stranger) throw stranger;
  });
  afterAll(() => {
    unplugNetwork();
    unplugLives();
  });
  return world;
}

function start(then: (services: Services) => void): Background {
  const life = beginLife();
  const wait = async (ms: number) => {
    await whileAlive();
    vi.setSystemTime(Date.now() + ms);
  };
  const { services, handlers } = life.run(() => {
    // Pauses pass at once, and time with them.
    const made = createServices({ wait });
    const bound = life.bind(made);
    then(bound);
    return { services: bound, handlers: life.bind(createHandlers(made)) };
  });
  return {
    services,
    handlers,
    life,
    async signIn(request = { kind: 'new' }) {
      let session = await handlers.signIn(request);
      while (session.status === 'signing-in') session = await handlers.awaitSession(session.revision);
      return session;
    },
  };
}

/** What a service worker has and Node has not, as far as MSAL reads it. */
function standInForWorker(): void {
  Object.assign(globalThis, {
    location: new URL(`${EXTENSION_URL}background.js`),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
}
