import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReadingStore } from '../../../popup/data/reading-store.ts';
import type { Reply } from '../../../src/contract.ts';
import type { Presence } from '../../../src/data/presence.ts';
import type { Reason } from '../../../src/errors.ts';
import { asked, question, stopBackground } from '../../fakes/page/fake-background.ts';
import { settle } from '../../fakes/page/settle.ts';

const ready = (availability: Presence['availability'], readAt = 20): Reply<Presence> => ({
  kind: 'ready',
  data: { availability },
  readAt,
});
const barred = (reason: Reason): Reply<Presence> => ({ kind: 'obstacle', obstacle: { reason } });
const remembered = { getPresence: { data: { availability: 'Available' as const }, readAt: 10 } };

async function reply(given: Reply<Presence>): Promise<void> {
  const open = await question('getPresence');
  await settle(() => open.answer(given));
}

function withStore() {
  const store = createReadingStore('id', (run) => run());
  return { store, shown: () => store.known('getPresence') };
}

describe('A reading that nobody has asked for', () => {
  it('has no data and is not loading', () => {
    expect(withStore().shown()).toEqual({
      data: null,
      readAt: null,
      askedAt: 0,
      obstacle: null,
      isLoading: false,
      revision: null,
    });
  });

  it('shows what is remembered of it, and of nothing else', () => {
    const { store, shown } = withStore();
    store.remember(remembered);
    expect(shown()).toMatchObject({ data: { availability: 'Available' }, readAt: 10, isLoading: false });
    expect(store.known('getInbox').data).toBeNull();
  });
});

describe('A memory that comes late', () => {
  it('does not take the place of an answer', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    await reply(ready('Busy'));
    store.remember(remembered);
    expect(shown()).toMatchObject({ data: { availability: 'Busy' }, readAt: 20 });
  });

  it('does not bring back what a lost permission has taken away', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    await reply(barred('consent-revoked'));
    store.remember(remembered);
    expect(shown()).toMatchObject({ data: null, readAt: null, obstacle: { reason: 'consent-revoked' } });
  });

  it('is shown while the answer is still under way', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    store.remember(remembered);
    expect(shown()).toMatchObject({ data: { availability: 'Available' }, isLoading: true, revision: 1 });
  });
});

describe('An answer', () => {
  it.each(['offline', 'network-sign-in', 'microsoft-unavailable', 'throttled', 'not-answered'] as const)(
    'leaves what is known beside a failure that passes: %s',
    async (reason) => {
      const { store, shown } = withStore();
      store.remember(remembered);
      store.ask('getPresence', 1);
      await reply(barred(reason));
      expect(shown()).toMatchObject({
        data: { availability: 'Available' },
        readAt: 10,
        obstacle: { reason },
        isLoading: false,
      });
    },
  );

  it.each(['consent-missing', 'paused', 'session-ended', 'no-access', 'unexpected'] as const)(
    'takes away what is known with a failure that does not pass by itself: %s',
    async (reason) => {
      const { store, shown } = withStore();
      store.remember(remembered);
      store.ask('getPresence', 1);
      await reply(barred(reason));
      expect(shown()).toMatchObject({ data: null, readAt: null, obstacle: { reason }, isLoading: false });
    },
  );

  it('tells when its question was asked, and not when it came', async () => {
    vi.useFakeTimers({ now: 1000, toFake: ['Date'] });
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    vi.setSystemTime(5000);
    await reply(ready('Busy', 4000));
    expect(shown()).toMatchObject({ askedAt: 1000, readAt: 4000 });
  });

  it('is dropped if another has overtaken it, also if it is a failure', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    store.ask('getPresence', 1, 'anew');
    const [first, second] = [await question('getPresence'), await question('getPresence')];
    await settle(() => second.answer(ready('Busy')));
    await settle(() => first.answer(barred('consent-revoked')));
    expect(shown()).toMatchObject({ data: { availability: 'Busy' }, obstacle: null });
  });

  it('does not end the waiting for the last question’s', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    store.ask('getPresence', 2);
    const [first, second] = [await question('getPresence'), await question('getPresence')];
    await settle(() => first.answer(ready('Away')));
    expect(shown()).toMatchObject({ data: null, isLoading: true });
    await settle(() => second.answer(ready('Busy')));
    expect(shown()).toMatchObject({ data: { availability: 'Busy' }, isLoading: false });
  });

  it('is a failure that passes if the background has gone', async () => {
    stopBackground();
    const { store, shown } = withStore();
    store.remember(remembered);
    await settle(() => store.ask('getPresence', 1));
    expect(shown()).toMatchObject({
      data: { availability: 'Available' },
      obstacle: { reason: 'not-answered' },
      isLoading: false,
    });
  });
});

describe('A question', () => {
  it('is asked once for a revision while it is open, and again for the next', async () => {
    const { store } = withStore();
    store.ask('getPresence', 1);
    store.ask('getPresence', 1);
    store.ask('getPresence', 2);
    await settle();
    expect(asked('getPresence')).toHaveLength(2);
  });

  it('clears an obstacle at once if no data is beside it', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    await reply(barred('offline'));
    store.ask('getPresence', 1);
    expect(shown()).toMatchObject({ obstacle: null, isLoading: true });
  });

  it('leaves an obstacle beside data until there is an answer', async () => {
    const { store, shown } = withStore();
    store.remember(remembered);
    store.ask('getPresence', 1);
    await reply(barred('offline'));
    store.ask('getPresence', 1);
    expect(shown()).toMatchObject({ obstacle: { reason: 'offline' }, isLoading: true });
  });

  it('counts as asked ahead for its own revision and its own reading', () => {
    const { store } = withStore();
    store.ask('getPresence', 1, 'ahead');
    expect(store.isAskedAhead('getInbox', 1)).toBe(false);
    expect(store.isAskedAhead('getPresence', 2)).toBe(false);
    expect(store.isAskedAhead('getPresence', 1)).toBe(true);
  });
});

describe('A watcher of the readings', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.unstubAllGlobals());

  it('is told once in a frame about everything that has come together', async () => {
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
    const store = createReadingStore('id');
    const told = vi.fn();
    store.watch(told);
    store.ask('getPresence', 1);
    store.remember(remembered);
    await reply(ready('Busy'));
    expect(told).not.toHaveBeenCalled();
    expect(frames).toHaveLength(1);
    frames[0]?.();
    expect(told).toHaveBeenCalledOnce();
    store.remember({});
    store.ask('getPresence', 2);
    expect(frames).toHaveLength(2);
  });

  it('is told also in a tab that nobody sees, where no frame is drawn', () => {
    vi.stubGlobal('requestAnimationFrame', () => 1);
    const store = createReadingStore('id');
    const told = vi.fn();
    store.watch(told);
    store.remember(remembered);
    vi.runAllTimers();
    expect(told).toHaveBeenCalledOnce();
  });

  it('is told nothing any more after the end', () => {
    const { store } = withStore();
    const told = vi.fn();
    store.watch(told)();
    store.remember(remembered);
    expect(told).not.toHaveBeenCalled();
  });
});
