import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createReadingStore, isShownBeside } from '../../../popup/data/reading-store.ts';
import type { Handlers, Reply } from '../../../src/contract.ts';
import type { Presence } from '../../../src/data/presence.ts';
import { REASONS } from '../../../src/errors.ts';
import { answer } from '../../../src/messaging.ts';
import { resetFakeBrowser } from '../../fakes/fake-browser.ts';

type Answer = Reply<Presence>;

const busy: Answer = { kind: 'ready', data: { availability: 'Busy' }, readAt: 20 };
const revoked: Answer = { kind: 'obstacle', obstacle: { reason: 'consent-revoked' } };
const snapshots = { getPresence: { data: { availability: 'Available' as const }, readAt: 10 } };

/** What the background answers next. */
let next: Answer | Promise<Answer> = busy;
let asked: string[] = [];

beforeEach(() => {
  resetFakeBrowser();
  next = busy;
  asked = [];
  const handlers: Partial<Handlers> = {
    getPresence: async (accountId) => {
      asked.push(accountId);
      return next;
    },
  };
  answer(handlers as Handlers, () => undefined);
});

/** Draws that are due, which happen only when a test says so. */
function withFrames() {
  const due: (() => void)[] = [];
  const store = createReadingStore('mira', (run) => due.push(run));
  const draw = () => {
    for (const run of due.splice(0)) run();
  };
  return { store, due, draw };
}

const immediate = () => createReadingStore('mira', (run) => run());

describe('The memory of earlier popups', () => {
  it('is not shown once the permission is known to have been lost', async () => {
    const store = immediate();
    next = revoked;
    store.ask('getPresence', 1);
    await vi.waitFor(() => expect(store.known('getPresence').obstacle).not.toBeNull(), { timeout: 20_000 });
    store.remember(snapshots);
    expect(store.known('getPresence')).toMatchObject({ data: null, readAt: null });
  });

  it('leaves readings of which nothing is remembered as they were', () => {
    const store = immediate();
    store.remember({});
    expect(store.known('getPresence')).toEqual({
      data: null,
      readAt: null,
      askedAt: 0,
      obstacle: null,
      isLoading: false,
      revision: null,
    });
  });

  it('is older than any answer: changes made since are not in it', () => {
    const store = immediate();
    store.remember(snapshots);
    expect(store.known('getPresence')).toMatchObject({ askedAt: 0, revision: null, isLoading: false });
  });
});

describe('Subscribers of the readings', () => {
  it('receive one call before a frame for all changes, and another for later changes', () => {
    const { store, due, draw } = withFrames();
    const told = vi.fn();
    store.watch(told);
    store.remember(snapshots);
    store.ask('getPresence', 1);
    expect([due.length, told.mock.calls.length]).toEqual([1, 0]);
    draw();
    expect(told).toHaveBeenCalledOnce();
    store.ask('getPresence', 2);
    draw();
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('receive no call after they unsubscribe', () => {
    const { store, draw } = withFrames();
    const [told, other] = [vi.fn(), vi.fn()];
    const end = store.watch(told);
    store.watch(other);
    end();
    store.remember(snapshots);
    draw();
    expect([told.mock.calls.length, other.mock.calls.length]).toEqual([0, 1]);
  });
});

describe('A question of the popup', () => {
  it('is for the account of the store, and says since when the answer holds', async () => {
    const store = immediate();
    const before = Date.now();
    store.ask('getPresence', 1);
    await vi.waitFor(() => expect(store.known('getPresence').isLoading).toBe(false), { timeout: 20_000 });
    expect(asked).toEqual(['mira']);
    const { askedAt } = store.known('getPresence');
    expect(askedAt).toBeGreaterThanOrEqual(before);
    expect(askedAt).toBeLessThanOrEqual(Date.now());
  });

  it('is asked again at once with another revision of the session, and not with the same', async () => {
    const store = immediate();
    let reply: (given: Answer) => void = () => undefined;
    next = new Promise((resolve) => {
      reply = resolve;
    });
    store.ask('getPresence', 1);
    store.ask('getPresence', 1);
    store.ask('getPresence', 2);
    await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 20_000 });
    expect(store.known('getPresence').revision).toBe(2);
    reply(busy);
    await vi.waitFor(() => expect(store.known('getPresence').isLoading).toBe(false), { timeout: 20_000 });
    store.ask('getPresence', 2);
    expect(store.known('getPresence').isLoading).toBe(true);
  });

  it('takes an obstacle away at once if there is nothing to show, and leaves it beside data', async () => {
    const store = immediate();
    const offline: Answer = { kind: 'obstacle', obstacle: { reason: 'offline' } };
    const settled = () =>
      vi.waitFor(() => expect(store.known('getPresence').isLoading).toBe(false), { timeout: 20_000 });
    next = offline;
    store.ask('getPresence', 1);
    await settled();
    store.ask('getPresence', 1);
    expect(store.known('getPresence').obstacle).toBeNull();
    await settled();
    next = busy;
    store.ask('getPresence', 1);
    await settled();
    next = offline;
    store.ask('getPresence', 1);
    await settled();
    store.ask('getPresence', 1);
    expect(store.known('getPresence')).toMatchObject({
      data: { availability: 'Busy' },
      obstacle: { reason: 'offline' },
      isLoading: true,
    });
  });

  it('becomes an obstacle if the background does not answer it, and the data stays', async () => {
    resetFakeBrowser();
    const store = immediate();
    store.remember(snapshots);
    store.ask('getPresence', 1);
    await vi.waitFor(() => expect(store.known('getPresence').obstacle).not.toBeNull(), { timeout: 20_000 });
    expect(store.known('getPresence')).toMatchObject({
      data: { availability: 'Available' },
      obstacle: { reason: 'not-answered' },
    });
  });

  it('was not asked ahead if it was asked later, or with another revision', () => {
    const store = immediate();
    store.ask('getPresence', 1);
    expect(store.isAskedAhead('getPresence', 1)).toBe(false);
    store.ask('getPresence', 2, 'ahead');
    expect(store.isAskedAhead('getPresence', 1)).toBe(false);
    expect(store.isAskedAhead('getPresence', 2)).toBe(true);
  });
});

describe('Data that was read before', () => {
  it('is shown beside what passes by itself, and beside nothing else', () => {
    expect(REASONS.filter((reason) => isShownBeside({ reason }))).toEqual([
      'offline',
      'network-sign-in',
      'microsoft-unavailable',
      'throttled',
      'loop-stopped',
      'not-answered',
    ]);
  });
});
