import { describe, expect, it } from 'vitest';
import { readFirstFrame } from '../../popup/first-frame.ts';
import { START } from '../../popup/use-place.ts';
import { face } from '../../src/face.ts';
import { popupPlace } from '../../src/place.ts';
import { keepSnapshot } from '../../src/snapshots.ts';
import { background } from '../fakes/page/fake-background.ts';
import { page } from '../fakes/page/fake-page.ts';
import { mira, sam, signedIn, signedOut } from '../fakes/page/people.ts';
import { settle } from '../fakes/page/settle.ts';

const asked = () => background.log.map(({ method }) => method).sort();

describe('The first frame', () => {
  it('is empty where memory knows nothing, as after the browser has started', async () => {
    expect(await readFirstFrame()).toEqual({ session: null, place: START, store: null });
    expect(asked()).toEqual([]);
  });

  it('is where the person was, with what earlier popups have shown', async () => {
    await face.set(signedIn(1));
    await popupPlace.set({ panel: 'mail', message: null, wish: null });
    await keepSnapshot(mira.id, 'getInbox', { data: { messages: [], next: null, unread: 3 }, readAt: 5 });
    const { session, place, store } = await readFirstFrame();
    expect(session).toEqual(signedIn(1));
    expect(place.panel).toBe('mail');
    expect(store?.known('getInbox')).toMatchObject({ data: { unread: 3 }, readAt: 5, isLoading: true });
  });

  it('requests exactly the readings that it shows', async () => {
    await face.set(signedIn(1));
    await popupPlace.set({ panel: 'mail', message: null, wish: null });
    await readFirstFrame();
    await settle();
    expect(asked()).toEqual(['getInbox', 'getPresence']);
  });

  it('asks for all that Today shows, and for no presence of a personal account', async () => {
    await face.set(signedIn(1, { account: sam, accounts: [sam] }));
    await readFirstFrame();
    await settle();
    expect(asked()).toEqual(['getCalendar', 'getFiles', 'getInbox', 'getTasks']);
  });

  it('asks for nothing where nobody is signed in', async () => {
    await face.set(signedOut(1));
    expect(await readFirstFrame()).toEqual({ session: signedOut(1), place: START, store: null });
    expect(asked()).toEqual([]);
  });

  it('begins with Today if the panel that was kept does not exist', async () => {
    await face.set(signedIn(1));
    await popupPlace.set({ panel: 'weather', message: null, wish: null });
    const { store } = await readFirstFrame();
    await settle();
    expect(store).not.toBeNull();
    expect(asked()).toContain('getCalendar');
  });

  it('is empty where memory cannot be read', async () => {
    await face.set(signedIn(1));
    page.session.failWith = new Error('gone');
    expect(await readFirstFrame()).toEqual({ session: null, place: START, store: null });
  });

  it('shows nothing of what is kept in a shape that nobody knows', async () => {
    page.session.items = { face: { revision: 1, status: 'signed-in' }, popupPlace: { panel: 7 } };
    expect(await readFirstFrame()).toEqual({ session: null, place: START, store: null });
  });
});
