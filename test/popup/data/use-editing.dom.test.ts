import { renderHook } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import { createReadingStore } from '../../../popup/data/reading-store.ts';
import { useEditing } from '../../../popup/data/use-editing.ts';
import { type Go, type Place, START } from '../../../popup/use-place.ts';
import type { Edit } from '../../../src/edits.ts';
import type { Reason } from '../../../src/errors.ts';
import { say } from '../../../src/words.ts';
import { asked, question, stopBackground } from '../../fakes/page/fake-background.ts';
import { settle } from '../../fakes/page/settle.ts';

const archive: Edit = { kind: 'archive-message', messageId: 'm1' };
const mark: Edit = { kind: 'mark-message', messageId: 'm1', isRead: true };
const addTask: Edit = { kind: 'add-task', title: 'Water the plants', due: null, link: null };
const done = { kind: 'ready', data: null, readAt: 0 } as const;
const refusedFor = (reason: Reason) => ({ kind: 'obstacle', obstacle: { reason } }) as const;

/** The changes of one account in a popup that keeps its place as `usePlace` does. */
function edit(first: Partial<Place> = {}) {
  const store = createReadingStore('id', (run) => run());
  const { result, unmount } = renderHook(() => {
    const [place, setPlace] = useState<Place>({ ...START, ...first });
    const [revision, setRevision] = useState(1);
    const go: Go = (part) => setPlace((before) => ({ ...before, ...part }));
    const editing = useEditing({ accountId: 'id', revision, place, go, store });
    return { editing, place, come: () => setRevision((count) => count + 1) };
  });
  return {
    editing: () => result.current.editing,
    make: (made: Edit) => settle(() => result.current.editing.make(made)),
    wish: () => result.current.place.wish,
    /** The session changes, as after Microsoft's window. */
    come: () => settle(() => result.current.come()),
    unmount,
  };
}

async function reply(given: typeof done | ReturnType<typeof refusedFor>): Promise<void> {
  const open = await question('edit');
  await settle(() => open.answer(given));
}

const said = () => document.getElementById('said')?.textContent;

describe('A change', () => {
  it('shows at once, and stays when Microsoft has confirmed it', async () => {
    const { editing, make } = edit();
    await make(archive);
    expect(editing()).toMatchObject({ underWay: [archive], refusal: null });
    expect(editing().since(Number.POSITIVE_INFINITY)).toEqual([archive]);
    await reply(done);
    expect(editing().underWay).toEqual([]);
    expect(editing().since(0)).toEqual([archive]);
    expect(asked('edit')).toEqual([['id', archive]]);
  });

  it('is said to those who do not see it', async () => {
    const { make } = edit();
    await make(mark);
    await reply(done);
    expect(said()).toBe(say('focusRead'));
    await make(archive);
    await reply(refusedFor('offline'));
    expect(said()).toBe(say('offlineTitle'));
  });

  it('is not in what was read after it', async () => {
    vi.useFakeTimers({ now: 1000, toFake: ['Date'] });
    const { editing, make } = edit();
    await make(archive);
    vi.setSystemTime(2000);
    await reply(done);
    // What was asked for before the confirmation may not have it in it.
    expect(editing().since(1500)).toEqual([archive]);
    expect(editing().since(2000)).toEqual([]);
  });

  it('is taken back when it is refused, which is told with its purpose', async () => {
    const { editing, make, wish } = edit();
    await make(archive);
    await reply(refusedFor('microsoft-unavailable'));
    expect(editing().since(0)).toEqual([]);
    expect(editing()).toMatchObject({
      underWay: [],
      refusal: { edit: archive, purpose: 'mail-change', reply: refusedFor('microsoft-unavailable') },
    });
    // No permission brings it about.
    expect(wish()).toBeNull();
  });

  it('that nobody answers is refused as well, and asked for no second time', async () => {
    stopBackground();
    const { editing, make } = edit();
    await make(archive);
    expect(editing().refusal).toMatchObject({ reply: refusedFor('not-answered') });
    expect(asked('edit')).toEqual([]);
  });

  it('is made again at a click, and its refusal goes meanwhile', async () => {
    const { editing, make } = edit();
    await make(archive);
    await reply(refusedFor('offline'));
    await settle(() => editing().retry());
    expect(editing()).toMatchObject({ refusal: null, underWay: [archive] });
    await reply(done);
    expect(editing().since(0)).toEqual([archive]);
  });

  it('is forgotten when the person gives it up', async () => {
    const { editing, make, wish } = edit();
    await make(archive);
    await reply(refusedFor('consent-missing'));
    await settle(() => editing().giveUp());
    expect(editing().refusal).toBeNull();
    expect(wish()).toBeNull();
    await settle(() => editing().retry());
    expect(asked('edit')).toHaveLength(1);
  });

  it('does not wait for another that is under way, whose answer may come later', async () => {
    const { editing, make } = edit();
    await make(mark);
    await make(archive);
    const [first, second] = [await question('edit'), await question('edit')];
    await settle(() => second.answer(done));
    expect(editing().underWay).toEqual([mark]);
    expect(editing().since(0)).toEqual([archive, mark]);
    await settle(() => first.answer(refusedFor('offline')));
    expect(editing().since(0)).toEqual([archive]);
    expect(editing().refusal).toMatchObject({ edit: mark });
  });

  it.each([
    [addTask, 'getTasks'],
    [{ kind: 'set-presence', choice: 'Busy' } as const, 'getPresence'],
  ] as const)('has read again what shows it only then: %o', async (change, reading) => {
    const { make } = edit();
    await make(change);
    expect(asked(reading)).toEqual([]);
    await reply(done);
    expect(asked(reading)).toEqual([['id']]);
  });

  it('comes about also if the popup closes midway, and changes nothing there any more', async () => {
    const { editing, make, unmount } = edit();
    await make(archive);
    await settle(unmount);
    await reply(done);
    expect(asked('edit')).toHaveLength(1);
    expect(editing().underWay).toEqual([archive]);
  });
});

describe('A change that wants a permission', () => {
  it('is kept with the place, and not tried again before the session has changed', async () => {
    const { make, wish, editing } = edit();
    await make(archive);
    await reply(refusedFor('consent-missing'));
    expect(wish()).toEqual({ accountId: 'id', edit: archive });
    await settle();
    expect(asked('edit')).toHaveLength(1);
    expect(editing().refusal).toMatchObject({ purpose: 'mail-change' });
  });

  it('comes about by itself once the session has changed, and is kept nowhere meanwhile', async () => {
    const { make, wish, come, editing } = edit();
    await make(archive);
    await reply(refusedFor('consent-missing'));
    await come();
    expect(wish()).toBeNull();
    expect(editing()).toMatchObject({ underWay: [archive], refusal: null });
    await reply(done);
    expect(editing().since(0)).toEqual([archive]);
    await come();
    expect(asked('edit')).toHaveLength(2);
  });

  it('comes about in the popup that follows the one that was closed', async () => {
    const { editing, wish } = edit({ wish: { accountId: 'id', edit: archive } });
    await settle();
    expect(editing().underWay).toEqual([archive]);
    expect(wish()).toBeNull();
    await reply(done);
    expect(asked('edit')).toEqual([['id', archive]]);
  });

  it('is kept again with each refusal, and tried once with each session', async () => {
    const { wish, come } = edit({ wish: { accountId: 'id', edit: archive } });
    await settle();
    await reply(refusedFor('declined'));
    expect(wish()).toEqual({ accountId: 'id', edit: archive });
    await come();
    await reply(refusedFor('declined'));
    await settle();
    expect(asked('edit')).toHaveLength(2);
  });

  it('is not made for another account', async () => {
    const { editing } = edit({ wish: { accountId: 'other', edit: archive } });
    await settle();
    expect(asked('edit')).toEqual([]);
    expect(editing()).toMatchObject({ underWay: [], refusal: null });
  });

  it('and has an obstacle is shown, and tried at a click alone', async () => {
    const obstacle = { reason: 'not-answered' } as const;
    const { editing, come, wish } = edit({ wish: { accountId: 'id', edit: addTask, obstacle } });
    await settle();
    await come();
    expect(asked('edit')).toEqual([]);
    expect(editing().refusal).toEqual({
      edit: addTask,
      purpose: 'tasks-change',
      reply: { kind: 'obstacle', obstacle },
    });
    await settle(() => editing().retry());
    expect(wish()).toBeNull();
    expect(asked('edit')).toEqual([['id', addTask]]);
  });

  it('and has an obstacle can be given up', async () => {
    const { editing, wish } = edit({
      wish: { accountId: 'id', edit: addTask, obstacle: { reason: 'not-answered' } },
    });
    await settle(() => editing().giveUp());
    expect(wish()).toBeNull();
    expect(editing().refusal).toBeNull();
  });

  it('waits for a change that is under way, and makes room for the one that the person wants now', async () => {
    const { make, wish, come, editing } = edit();
    await make(archive);
    await reply(refusedFor('consent-missing'));
    await make(mark);
    expect(wish()).toBeNull();
    await come();
    expect(editing().underWay).toEqual([mark]);
    expect(asked('edit')).toEqual([
      ['id', archive],
      ['id', mark],
    ]);
  });
});
