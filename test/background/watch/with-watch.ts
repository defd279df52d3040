import { beforeEach, expect, vi } from 'vitest';
import { ALARM } from '../../../background/watch/alarm.ts';
import { registerWatches } from '../../../background/watch/register.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import { needsOf } from '../../../src/purposes.ts';
import { WATCHES, type Watching, type WatchName } from '../../../src/watches.ts';
import { fake } from '../../fakes/fake-browser.ts';
import type { Life } from '../../fakes/fake-life.ts';
import { forgetListeners, surroundings } from '../../fakes/fake-surroundings.ts';
import { type Background, setUpWorld, type World } from '../../fakes/world.ts';

/** A Monday at nine in the morning, in London as in UTC. */
export const NINE = Date.parse('2026-11-23T09:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

/** A world in which things are watched: its background listens to alarms and to everything else that wakes it. */
export interface WatchWorld extends World {
  readonly background: Background;
  /** Somebody is signed in whose organisation has agreed to these, and has turned them on. */
  watching(names: readonly WatchName[], who?: Person): Promise<string>;
  /** Starts the background anew, as the browser does for an event. */
  wakeUp(): Promise<void>;
  /** The same, in a life that may end before it is done. */
  wakeUpFor(prepare: (life: Life) => void): Promise<void>;
  restart(): Promise<void>;
  /** Lets time pass up to the alarm and has it go off in a background that was stopped; null: none is set. */
  nextAlarm(): Promise<number | null>;
  /** Lets time pass from alarm to alarm, up to that long. */
  live(ms: number): Promise<void>;
  /** Something happens to the browser, and the background sees to it. */
  happen(event: () => void): Promise<void>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  state(accountId: string): Promise<Watching>;
}

/** Allows the browser permission, or takes it back, as the browser's settings do. */
export function allowNotifications(isAllowed = true): void {
  if (isAllowed) surroundings.allowed.add('notifications');
  else {
    surroundings.allowed.delete('notifications');
    surroundings.notices.clear();
  }
  (isAllowed ? surroundings.onAllowed : surroundings.onTakenBack).fire();
}

export function setUpWatchWorld(): WatchWorld {
  const world = setUpWorld();
  let background: Background;
  beforeEach(() => {
    vi.setSystemTime(NINE);
    Reflect.deleteProperty(navigator, 'onLine');
  });

  const settled = () => background.services.watches.attend();

  const start = async (begin: typeof world.wake) => {
    forgetListeners();
    // The first turn, in which the listeners are put in.
    background = await begin((services) => registerWatches(services));
    await settled();
  };

  const added = {
    get background() {
      return background;
    },
    async watching(names: readonly WatchName[], who = world.someone('member')) {
      const needs = names.flatMap((name) => needsOf(WATCHES[name].purpose));
      world.tenant.control.consentForOrganisation(needs);
      const { id } = await world.signedIn(who);
      if (names.includes('meetings')) surroundings.allowed.add('notifications');
      await start(world.wake);
      for (const name of names) await background.handlers.setWatch(id, name, true);
      await settled();
      return id;
    },
    wakeUp: () => start(world.wake),
    async wakeUpFor(prepare: (life: Life) => void) {
      forgetListeners();
      background = await world.wake();
      prepare(background.life);
      background.life.run(() => registerWatches(background.services));
      await Promise.race([settled(), background.life.ended]);
    },
    restart: () => {
      fake.session.items = {};
      fake.badge = '';
      surroundings.alarms.clear();
      surroundings.notices.clear();
      return start(world.wake);
    },
    async nextAlarm() {
      const at = surroundings.alarms.get(ALARM);
      if (at === undefined) return null;
      // Not back: what was due while the background was at work goes off at once.
      vi.setSystemTime(Math.max(at, Date.now()));
      surroundings.alarms.delete(ALARM);
      await start(world.wake);
      surroundings.onAlarm.fire({ name: ALARM });
      await settled();
      return at;
    },
    async live(ms: number) {
      const end = Date.now() + ms;
      for (let at = surroundings.alarms.get(ALARM); at !== undefined && at <= end; ) {
        await this.nextAlarm();
        at = surroundings.alarms.get(ALARM);
      }
      if (Date.now() < end) vi.setSystemTime(end);
    },
    async happen(event: () => void) {
      event();
      await settled();
    },
    settled,
    state: (id: string) => background.handlers.getWatching(id),
  };
  // What a getter gives is another thing after each start, and a spread would read it once.
  return Object.create(world, Object.getOwnPropertyDescriptors(added)) as World & typeof added;
}

/** What was asked of Graph since: the parts of batches, without the batches themselves. */
export function partsAsked({ tenant }: World): string[] {
  return tenant.control.log
    .filter(
      ({ host, path, method }) =>
        host === 'graph.microsoft.com' && method !== 'OPTIONS' && !/batch$/.test(path),
    )
    .map(({ path }) => path.replace('/v1.0', ''));
}

export const titles = () => [...surroundings.notices.values()].map(({ title }) => title);

/** Waits for what the icon says. */
export const badge = (text: string) => expect.poll(() => fake.badge).toBe(text);
