import { renderHook } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type Place, START, usePlace } from '../../popup/use-place.ts';
import type { Session } from '../../src/contract.ts';
import type { Edit } from '../../src/edits.ts';
import { popupPlace, sidePlace } from '../../src/place.ts';
import { page } from '../fakes/page/fake-page.ts';
import { mira, sam, signedIn, signedOut } from '../fakes/page/people.ts';
import { settle } from '../fakes/page/settle.ts';

const edit: Edit = { kind: 'archive-message', messageId: 'm' };
const message = { accountId: mira.id, id: 'm' };
const wish = { accountId: mira.id, edit };

afterEach(() => {
  document.documentElement.classList.remove('side');
});

function show(first: Place = START, session: Session | null = signedIn(1)) {
  const { result, rerender } = renderHook((now: Session | null | undefined) => usePlace(now ?? null, first), {
    initialProps: session,
  });
  return {
    place: () => result.current.place,
    go: (change: Partial<Place>) => settle(() => result.current.go(change)),
    comeBack: () => settle(() => result.current.comeBack()),
    become: (next: Session | null) => settle(() => rerender(next)),
  };
}

const kept = () => popupPlace.get();

describe('The place in the popup', () => {
  it('is kept where somebody goes, and what is not named stays', async () => {
    const { place, go } = show();
    await go({ panel: 'mail' });
    await go({ message });
    expect(place()).toEqual({ panel: 'mail', message, wish: null });
    expect(await kept()).toEqual(place());
    await go({ wish });
    expect(await kept()).toEqual({ panel: 'mail', message, wish });
  });

  it.each<[string, Partial<Place>]>([
    ['another panel', { panel: 'mail' }],
    ['a message that is open', { message }],
    ['a wish', { wish }],
    ['a window of Microsoft’s that it was left for', { isAway: true }],
  ])('is kept for %s, and not at all at the beginning', async (_what, change) => {
    const { go } = show();
    await go(change);
    expect(await kept()).toEqual({ ...START, ...change });
    await go({ ...START, isAway: false });
    expect(await kept()).toBeNull();
  });

  it('goes on although it cannot be kept', async () => {
    const { place, go } = show();
    page.session.failWith = new Error('IO error');
    await go({ panel: 'mail' });
    expect(place().panel).toBe('mail');
  });

  it('in a panel at the side is kept apart, and without its wish', async () => {
    document.documentElement.classList.add('side');
    const { place, go } = show();
    await go({ panel: 'mail', wish });
    expect(place().wish).toEqual(wish);
    expect(await sidePlace.get()).toEqual({ panel: 'mail', message: null, wish: null });
    expect(await kept()).toBeNull();
  });
});

describe('Whoever comes back from Microsoft’s window', () => {
  const away: Place = { panel: 'mail', message: null, wish, isAway: true };

  it('is no longer away, and what another page has kept meanwhile stays', async () => {
    const { place, comeBack } = show(away);
    await popupPlace.set({ ...away, panel: 'files' });
    await comeBack();
    expect(place()).toEqual({ ...away, isAway: false });
    expect(await kept()).toEqual({ ...away, panel: 'files', isAway: false });
  });

  it('has nothing kept that was not there', async () => {
    const { comeBack } = show(away);
    await comeBack();
    expect(await kept()).toBeNull();
    await popupPlace.set({ ...away, isAway: false });
    await comeBack();
    expect(await kept()).toEqual({ ...away, isAway: false });
    page.session.failWith = new Error('IO error');
    await expect(comeBack()).resolves.toBeUndefined();
  });
});

describe('The place of somebody who has signed out', () => {
  it('is without their message and their wish, in the panel that was open', async () => {
    const { place, become, go } = show(
      { panel: 'mail', message, wish },
      signedIn(1, { accounts: [mira, sam] }),
    );
    expect(place()).toMatchObject({ message, wish });
    await become(signedIn(2, { account: sam, accounts: [sam] }));
    expect(place()).toEqual({ panel: 'mail', message: null, wish: null });
    await go({ panel: 'files' });
    expect(await kept()).toEqual({ panel: 'files', message: null, wish: null });
  });

  it('keeps the message or the wish of somebody who is still here', async () => {
    const sams = { accountId: sam.id, id: 'n' };
    const { place } = show({ panel: 'mail', message: sams, wish });
    expect(place()).toEqual({ panel: 'mail', message: null, wish });
    const other = show({ panel: 'mail', message, wish: { accountId: sam.id, edit } });
    expect(other.place()).toEqual({ panel: 'mail', message, wish: null });
  });

  it('stays as it is until it is known who is signed in', () => {
    expect(show({ panel: 'mail', message, wish }, null).place()).toEqual({ panel: 'mail', message, wish });
  });

  it('is the beginning once nobody is signed in', async () => {
    const { place, become, go } = show();
    await go({ panel: 'mail', message });
    await become(signedOut(2));
    expect(place()).toEqual(START);
    expect(await kept()).toBeNull();
  });

  it('is the beginning for somebody who was away too, who is about to be brought back', async () => {
    const { place, become, go } = show();
    await go({ panel: 'mail', isAway: true });
    await become(signedOut(2));
    expect(place()).toEqual({ ...START, isAway: true });
    expect(await kept()).toEqual({ ...START, isAway: true });
  });
});
