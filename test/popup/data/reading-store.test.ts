import { beforeEach, describe, expect, it } from 'vitest';
import { createReadingStore } from '../../../popup/data/reading-store.ts';
import type { Handlers, Reply } from '../../../src/contract.ts';
import type { Presence } from '../../../src/data/presence.ts';
import { answer } from '../../../src/messaging.ts';
import { resetFakeBrowser } from '../../fakes/fake-browser.ts';

type Answer = Reply<Presence>;

/** Questions that wait to be answered, in the order of asking. */
let asked: ((reply: Answer) => void)[] = [];
const busy: Answer = { kind: 'ready', data: { availability: 'Busy' }, readAt: 20 };
const away: Answer = { kind: 'ready', data: { availability: 'Away' }, readAt: 30 };
const refused = (reason: 'offline' | 'consent-revoked'): Answer => ({
  kind: 'obstacle',
  obstacle: { reason },
});
const snapshots = { getPresence: { data: { availability: 'Available' as const }, readAt: 10 } };

beforeEach(() => {
  resetFakeBrowser();
  asked = [];
  const handlers: Partial<Handlers> = {
    getPresence: () => new Promise((resolve) => asked.push(resolve)),
  };
  // Nothing else is asked here.
  answer(handlers as Handlers, () => undefined);
});

async function reply(index: number, given: Answer): Promise<void> {
  await expect.poll(() => asked.length).toBeGreaterThan(index);
  asked[index]?.(given);
}

function withStore() {
  const store = createReadingStore('id', (run) => run());
  const shown = () => store.known('getPresence');
  return { store, shown };
}

describe('A reading', () => {
  it('shows the snapshot first, and then the answer', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    store.remember(snapshots);
    expect(shown()).toMatchObject({ data: { availability: 'Available' }, readAt: 10, isLoading: true });
    await reply(0, busy);
    await expect.poll(shown).toMatchObject({ data: { availability: 'Busy' }, readAt: 20, isLoading: false });
  });

  it('is not replaced by a snapshot that comes after the answer', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    await reply(0, busy);
    await expect.poll(() => shown().isLoading).toBe(false);
    store.remember(snapshots);
    expect(shown()).toMatchObject({ data: { availability: 'Busy' } });
  });

  it('stays beside a temporary failure, which is shown as well (N1)', async () => {
    const { store, shown } = withStore();
    store.remember(snapshots);
    store.ask('getPresence', 1);
    await reply(0, refused('offline'));
    await expect.poll(shown).toMatchObject({
      data: { availability: 'Available' },
      obstacle: { reason: 'offline' },
      isLoading: false,
    });
  });

  it('is removed with the permission to see it', async () => {
    const { store, shown } = withStore();
    store.remember(snapshots);
    store.ask('getPresence', 1);
    await reply(0, refused('consent-revoked'));
    await expect
      .poll(shown)
      .toMatchObject({ data: null, readAt: null, obstacle: { reason: 'consent-revoked' } });
  });

  it('is that of the last request, in any order of the answers', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1);
    store.ask('getPresence', 2);
    await reply(1, away);
    await expect.poll(() => shown().isLoading).toBe(false);
    await reply(0, busy);
    expect(shown()).toMatchObject({ data: { availability: 'Away' } });
  });

  it('is not requested again by the first frame if it was requested ahead, even if that failed', async () => {
    const { store, shown } = withStore();
    store.ask('getPresence', 1, 'ahead');
    await reply(0, refused('offline'));
    await expect.poll(() => shown().isLoading).toBe(false);
    // The header and a panel, and later on another panel.
    expect([store.isAskedAhead('getPresence', 1), store.isAskedAhead('getPresence', 1)]).toEqual([
      true,
      true,
    ]);
    expect(store.isAskedAhead('getPresence', 2)).toBe(false);
    await expect.poll(() => store.isAskedAhead('getPresence', 1)).toBe(false);
  });

  it('is requested once while a request is open, and again after a change', async () => {
    const { store } = withStore();
    store.ask('getPresence', 1);
    store.ask('getPresence', 1);
    await expect.poll(() => asked).toHaveLength(1);
    store.ask('getPresence', 1, 'anew');
    await expect.poll(() => asked).toHaveLength(2);
  });
});
