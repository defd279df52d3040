import { renderHook } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type Place, START, usePlace } from '../../popup/use-place.ts';
import type { Session } from '../../src/contract.ts';
import { popupPlace, sidePlace } from '../../src/place.ts';
import { page } from '../fakes/page/fake-page.ts';
import { mira, sam, signedIn, signedOut } from '../fakes/page/people.ts';
import { settle } from '../fakes/page/settle.ts';

afterEach(() => document.documentElement.classList.remove('side'));

const wish = { accountId: mira.id, edit: { kind: 'archive-message' as const, messageId: 'm1' } };

function open(session: Session | null = signedIn(1), first: Place = START) {
  const { result, rerender } = renderHook(
    (given: { session: Session | null } | undefined) => usePlace(given?.session ?? null, first),
    { initialProps: { session } },
  );
  return {
    place: () => result.current.place,
    go: (part: Partial<Place>) => settle(() => result.current.go(part)),
    comeBack: () => settle(() => result.current.comeBack()),
    become: (next: Session) => settle(() => rerender({ session: next })),
  };
}

describe('The place in the popup', () => {
  it('is kept for the next popup with each step, and what is not named stays', async () => {
    const { place, go } = open();
    await go({ panel: 'mail', message: { accountId: mira.id, id: 'm1' } });
    await go({ wish });
    expect(place()).toEqual({ panel: 'mail', message: { accountId: mira.id, id: 'm1' }, wish });
    expect(await popupPlace.get()).toEqual(place());
  });

  it('is not kept at the beginning, where everybody begins', async () => {
    const { go } = open();
    await go({ panel: 'mail' });
    await go({ panel: 'today' });
    expect(page.session.items).toEqual({});
  });

  it('changes even if it cannot be stored', async () => {
    const { place, go } = open();
    page.session.failWith = new Error('gone');
    await go({ panel: 'mail' });
    expect(place().panel).toBe('mail');
  });

  it('is the beginning again after a sign-out, which leaves nothing behind', async () => {
    const { place, go, become } = open();
    await go({ panel: 'mail', wish });
    await become(signedOut(2));
    expect(place()).toEqual(START);
    expect(page.session.items).toEqual({});
  });

  it('remembers at a sign-out that the page was left for Microsoft’s window', async () => {
    const { place, go, become } = open();
    await go({ panel: 'mail', isAway: true });
    await become(signedOut(2));
    expect(place()).toEqual({ ...START, isAway: true });
  });

  it('drops the message and the pending edit of a signed-out account', async () => {
    const { place, go, become } = open(signedIn(1, { accounts: [mira, sam] }));
    await go({ panel: 'mail', message: { accountId: mira.id, id: 'm1' }, wish });
    await become(signedIn(2, { account: sam, accounts: [sam] }));
    expect(place()).toEqual({ panel: 'mail', message: null, wish: null });
    await go({ panel: 'tasks' });
    expect(await popupPlace.get()).toEqual({ panel: 'tasks', message: null, wish: null });
  });

  it('keeps the wish of another account that is here', async () => {
    const { place, go, become } = open(signedIn(1, { accounts: [mira, sam] }));
    await go({ wish });
    await become(signedIn(2, { account: sam, accounts: [mira, sam] }));
    expect(place().wish).toEqual(wish);
  });

  it('is left as it is while nobody knows who is signed in', async () => {
    const { place } = open(null, { ...START, wish });
    expect(place().wish).toEqual(wish);
  });

  it('takes two steps in the same moment one after the other', async () => {
    const { result } = renderHook(() => usePlace(signedIn(1), START));
    await settle(() => {
      result.current.go({ panel: 'mail' });
      result.current.go({ wish });
    });
    expect(result.current.place).toEqual({ panel: 'mail', message: null, wish });
  });
});

describe('A return from Microsoft’s window', () => {
  it('is noted in the page and in what is kept', async () => {
    const { place, go, comeBack } = open();
    await go({ panel: 'mail', isAway: true });
    await comeBack();
    expect(place().isAway).toBe(false);
    expect(await popupPlace.get()).toMatchObject({ panel: 'mail', isAway: false });
  });

  it('leaves what another page has kept meanwhile', async () => {
    const { comeBack } = open(signedIn(1), { ...START, isAway: true });
    await popupPlace.set({ panel: 'files', message: null, wish: null, isAway: true });
    await comeBack();
    expect(await popupPlace.get()).toEqual({ panel: 'files', message: null, wish: null, isAway: false });
  });
});

it('keeps the place of the panel at the side apart, and no wish with it', async () => {
  document.documentElement.classList.add('side');
  const { place, go } = open();
  await go({ panel: 'mail', wish });
  expect(place().wish).toEqual(wish);
  expect(await sidePlace.get()).toEqual({ panel: 'mail', message: null, wish: null });
  expect(await popupPlace.get()).toBeNull();
});
