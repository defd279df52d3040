import { renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReadingStore } from '../../../popup/data/reading-store.ts';
import { useReading } from '../../../popup/data/use-reading.ts';
import type { Reply } from '../../../src/contract.ts';
import type { Presence } from '../../../src/data/presence.ts';
import type { Edit } from '../../../src/edits.ts';
import type { Obstacle } from '../../../src/obstacles.ts';
import { asked, question } from '../../fakes/page/fake-background.ts';
import { mira, sam, signedIn } from '../../fakes/page/people.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';

const MINUTE_MS = 60_000;
const NOW = 1_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({
    now: NOW,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
});
afterEach(() => vi.unstubAllGlobals());

const ready = (availability: Presence['availability'], readAt = Date.now()): Reply<Presence> => ({
  kind: 'ready',
  data: { availability },
  readAt,
});
const barred = (obstacle: Obstacle): Reply<Presence> => ({ kind: 'obstacle', obstacle });

async function reply(given: Reply<Presence>): Promise<void> {
  const open = await question('getPresence');
  await settle(() => open.answer(given));
}

/** A panel that shows the presence. */
function show({
  account = mira,
  edits = [] as Edit[],
  store = createReadingStore(account.id, (run) => run()),
} = {}) {
  const editing = { ...quietEditing, since: () => edits };
  const { result, rerender, unmount } = renderHook(
    (revision: number | undefined) =>
      useReading('getPresence', { session: signedIn(revision ?? 1, { account }), store, editing }),
    { initialProps: 1 },
  );
  return {
    store,
    shown: () => result.current,
    come: (revision: number) => settle(() => rerender(revision)),
    unmount: () => settle(unmount),
  };
}

const count = () => asked('getPresence').length;
const online = () => settle(() => void dispatchEvent(new Event('online')));
const seen = () => settle(() => void document.dispatchEvent(new Event('visibilitychange')));

describe('A reading that is shown', () => {
  it('is asked for, and shown when it has come', async () => {
    const { shown } = show();
    expect(shown()).toMatchObject({ data: null, reply: null, isLoading: true });
    await reply(ready('Busy', 5));
    expect(shown()).toMatchObject({
      data: { availability: 'Busy' },
      readAt: 5,
      obstacle: null,
      reply: { kind: 'ready', readAt: 5 },
      isLoading: false,
    });
  });

  it('is what stands in front of it where there is no data', async () => {
    const { shown } = show();
    await reply(barred({ reason: 'consent-missing' }));
    expect(shown()).toMatchObject({ data: null, reply: barred({ reason: 'consent-missing' }) });
  });

  it('has the changes that were made since in it', async () => {
    const { shown } = show({ edits: [{ kind: 'set-presence', choice: 'Away' }] });
    await reply(ready('Busy'));
    expect(shown().data).toEqual({ availability: 'Away' });
  });

  it('is not asked for an account that has none', async () => {
    const { shown, come } = show({ account: sam });
    await come(2);
    await online();
    await seen();
    expect(count()).toBe(0);
    expect(shown()).toMatchObject({ data: null, isLoading: false });
  });

  it('is not asked for again where another panel has just read it', async () => {
    const { store } = show();
    await reply(ready('Busy'));
    show({ store });
    await settle();
    expect(count()).toBe(1);
    vi.setSystemTime(NOW + MINUTE_MS);
    show({ store });
    await settle();
    expect(count()).toBe(2);
  });

  it('is not asked for again where it was asked for ahead of the first drawing', async () => {
    const store = createReadingStore(mira.id, (run) => run());
    store.ask('getPresence', 1, 'ahead');
    await reply(barred({ reason: 'offline' }));
    show({ store });
    await settle();
    expect(count()).toBe(1);
  });

  it('is asked for with each change of the session, and at a click', async () => {
    const { shown, come } = show();
    await reply(ready('Busy'));
    await come(2);
    expect(count()).toBe(2);
    await reply(ready('Away'));
    await settle(() => shown().reload());
    expect(count()).toBe(3);
  });

  it('is kept for the next panel if it comes after its own has gone', async () => {
    const { store, unmount, shown } = show();
    const open = await question('getPresence');
    await unmount();
    await settle(() => open.answer(ready('Busy')));
    expect(shown().data).toBeNull();
    expect(store.known('getPresence').data).toEqual({ availability: 'Busy' });
  });
});

describe('The network that is back', () => {
  it('has everything asked again that failed without it', async () => {
    const { shown } = show();
    await reply(barred({ reason: 'offline' }));
    await online();
    await reply(ready('Busy'));
    expect(shown()).toMatchObject({ data: { availability: 'Busy' }, obstacle: null });
  });

  it('is noticed also before the failure is drawn', async () => {
    const drawLater: (() => void)[] = [];
    const store = createReadingStore(mira.id, (run) => void drawLater.push(run));
    show({ store });
    await reply(barred({ reason: 'offline' }));
    await online();
    expect(count()).toBe(2);
  });

  it('has a question asked again that is under way, which may fail yet', async () => {
    const { shown } = show();
    const first = await question('getPresence');
    await online();
    const second = await question('getPresence');
    await settle(() => second.answer(ready('Busy')));
    await settle(() => first.answer(barred({ reason: 'offline' })));
    expect(shown()).toMatchObject({ data: { availability: 'Busy' }, obstacle: null });
  });

  it.each([
    ['of what is there', ready('Busy')],
    ['of what it does not help with', barred({ reason: 'consent-missing' })],
  ])('has nothing asked %s', async (_, given) => {
    show();
    await reply(given);
    await online();
    expect(count()).toBe(1);
  });

  it('has no listener once the panel is unmounted', async () => {
    const { unmount } = show();
    await reply(barred({ reason: 'offline' }));
    await unmount();
    await online();
    expect(count()).toBe(1);
  });
});

describe('A pause that Microsoft asks for', () => {
  it('is kept to the end, and then it is asked again', async () => {
    show();
    await reply(barred({ reason: 'throttled', retryAt: NOW + 30_000 }));
    await settle(() => vi.advanceTimersByTime(29_999));
    expect(count()).toBe(1);
    await settle(() => vi.advanceTimersByTime(1));
    expect(count()).toBe(2);
  });

  it('lasts a second if it is over already, so that no clock makes a loop of it', async () => {
    show();
    await reply(barred({ reason: 'throttled', retryAt: NOW - 1 }));
    await settle(() => vi.advanceTimersByTime(999));
    expect(count()).toBe(1);
    await settle(() => vi.advanceTimersByTime(1));
    expect(count()).toBe(2);
  });

  it('leads to no request once the panel is unmounted', async () => {
    const { unmount } = show();
    await reply(barred({ reason: 'throttled', retryAt: NOW + 1000 }));
    await unmount();
    await settle(() => vi.advanceTimersByTime(MINUTE_MS));
    expect(count()).toBe(1);
  });
});

describe('A page that is seen again', () => {
  it('asks for what is a minute old, and for nothing younger', async () => {
    show();
    await reply(ready('Busy'));
    vi.setSystemTime(NOW + MINUTE_MS - 1);
    await seen();
    expect(count()).toBe(1);
    vi.setSystemTime(NOW + MINUTE_MS);
    await seen();
    expect(count()).toBe(2);
  });
});
