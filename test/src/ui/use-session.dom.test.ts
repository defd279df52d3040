import { renderHook } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/contract.ts';
import { face } from '../../../src/face.ts';
import { ask } from '../../../src/messaging.ts';
import { useSession } from '../../../src/ui/use-session.ts';
import {
  asked,
  background,
  question,
  startBackground,
  stopBackground,
} from '../../fakes/page/fake-background.ts';
import { page } from '../../fakes/page/fake-page.ts';
import { mira, sam, signedIn, signedOut, signingIn } from '../../fakes/page/people.ts';
import { settle } from '../../fakes/page/settle.ts';

/** A page that follows the session. `greets`: as the popup does, which asks before anything is drawn. */
function follow(first: Session | null = null, greets = false) {
  const greeting = greets ? ask('getSession') : undefined;
  greeting?.catch(() => undefined);
  let draws = 0;
  const { result, unmount } = renderHook(() => {
    draws += 1;
    return useSession(first, greeting);
  });
  return { view: () => result.current, draws: () => draws, unmount };
}

const draw = (session: Session) => settle(() => void face.set(session));

describe('The session of a page', () => {
  it('is not known until the background has answered', async () => {
    const { view } = follow();
    await settle();
    expect(view()).toMatchObject({ session: null, failure: null });
    (await question('getSession')).answer(signedIn(1));
    await settle();
    expect(view().session).toEqual(signedIn(1));
  });

  it('is what was known first, and is not drawn again when the answer says the same', async () => {
    const first = signedIn(1);
    const { view, draws } = follow(first, true);
    const before = draws();
    (await question('getSession')).answer(signedIn(9));
    await settle();
    expect(view().session).toBe(first);
    expect(draws()).toBe(before);
  });

  it('is the answer if that says something else than what was known first', async () => {
    const { view } = follow(signedIn(1), true);
    (await question('getSession')).answer(signedOut(2));
    await settle();
    expect(view().session).toEqual(signedOut(2));
  });

  it('changes with what the background draws in memory, without a question', async () => {
    const { view } = follow();
    (await question('getSession')).answer(signedIn(1));
    await settle();
    await draw(signedIn(2, { account: sam, accounts: [mira, sam] }));
    expect(view().session).toMatchObject({ account: sam });
    expect(background.log).toHaveLength(1);
  });

  it('is not put back by an answer that was overtaken', async () => {
    const { view } = follow();
    const late = await question('getSession');
    await draw(signedOut(5));
    late.answer(signedIn(4));
    await settle();
    expect(view().session).toEqual(signedOut(5));
  });

  it('has what changed after the first answer and before the page began to watch', async () => {
    const greeting = Promise.resolve<Session>(signedIn(1));
    await face.set(signedOut(2));
    const { result } = renderHook(() => useSession(signedIn(1), greeting));
    await settle();
    expect(result.current.session).toEqual(signedOut(2));
  });

  it('is not put back by an older one in memory', async () => {
    await face.set(signedIn(1));
    const { view } = follow(signedIn(1), true);
    (await question('getSession')).answer(signedOut(2));
    await settle();
    expect(view().session).toEqual(signedOut(2));
  });

  it('comes from the background also if memory cannot be read', async () => {
    page.session.failWith = new Error('gone');
    const { view } = follow(null, true);
    (await question('getSession')).answer(signedIn(1));
    await settle();
    expect(view()).toMatchObject({ session: { status: 'signed-in' }, failure: null });
  });

  it('is asked for when what is in memory has been removed', async () => {
    await face.set(signedIn(1));
    const { view } = follow();
    (await question('getSession')).answer(signedIn(1));
    await settle(() => void face.remove());
    (await question('getSession')).answer(signedOut(2));
    await settle();
    expect(view().session).toEqual(signedOut(2));
  });

  it('is followed by nobody after the page has gone', async () => {
    const { view, unmount } = follow();
    const late = await question('getSession');
    await settle(unmount);
    late.answer(signedIn(1));
    await draw(signedIn(2));
    expect(view().session).toBeNull();
    expect(page.session.listeners.size).toBe(0);
  });
});

describe('A background that does not answer', () => {
  it('is told as a failure, and asked again at a click', async () => {
    stopBackground();
    const { view } = follow();
    await settle();
    expect(view().failure).toEqual({ reason: 'not-answered' });
    startBackground();
    await settle(() => view().retry());
    (await question('getSession')).answer(signedIn(1));
    await settle();
    expect(view()).toMatchObject({ session: { status: 'signed-in' }, failure: null });
  });

  it('is not told any more once it draws in memory', async () => {
    stopBackground();
    const { view } = follow();
    await settle();
    await draw(signedIn(1));
    expect(view()).toMatchObject({ session: { status: 'signed-in' }, failure: null });
  });

  it('has the greeting’s failure told, and does not wait for it a second time', async () => {
    const { view } = follow(null, true);
    (await question('getSession')).refuse('vault-lost');
    await settle();
    expect(view().failure).toEqual({ reason: 'vault-lost' });
    await settle(() => view().retry());
    (await question('getSession')).answer(signedIn(1));
    await settle();
    expect(view().failure).toBeNull();
  });
});

describe('A click', () => {
  it('shows the session that comes of it', async () => {
    const { view } = follow();
    (await question('getSession')).answer(signedIn(1, { accounts: [mira, sam] }));
    await settle(() => view().act('switchAccount', sam.id));
    (await question('switchAccount')).answer(signedIn(2, { account: sam, accounts: [mira, sam] }));
    await settle();
    expect(view().session).toMatchObject({ account: sam });
    expect(asked('switchAccount')).toEqual([[sam.id]]);
  });

  it('says why it came to nothing, until the next one succeeds', async () => {
    const { view } = follow();
    (await question('getSession')).answer(signedIn(1));
    await settle(() => view().act('signOut', [mira.id]));
    (await question('signOut')).refuse('offline');
    await settle();
    expect(view()).toMatchObject({ session: { status: 'signed-in' }, failure: { reason: 'offline' } });
    await settle(() => view().act('dismiss'));
    (await question('dismiss')).answer(signedIn(2));
    await settle();
    expect(view().failure).toBeNull();
  });

  it('that is answered has the session followed again that could not be', async () => {
    stopBackground();
    const { view } = follow();
    await settle();
    startBackground();
    await settle(() => view().act('dismiss'));
    (await question('dismiss')).answer(signedIn(1));
    await settle();
    expect(asked('getSession')).toHaveLength(1);
    (await question('getSession')).answer(signedIn(1));
    await settle();
    expect(view().failure).toBeNull();
  });
});

describe('While Microsoft’s window is open', () => {
  it('the page asks again and again how it ends', async () => {
    const { view } = follow();
    (await question('getSession')).answer(signingIn(1));
    await settle();
    (await question('awaitSession')).answer(signingIn(2));
    await settle();
    (await question('awaitSession')).answer(signedIn(3));
    await settle();
    expect(view().session).toEqual(signedIn(3));
    expect(asked('awaitSession')).toEqual([[1], [2]]);
  });

  it('a background that has gone is told, and asked again at a click', async () => {
    const { view } = follow();
    (await question('getSession')).answer(signingIn(1));
    await settle();
    (await question('awaitSession')).refuse('not-answered');
    await settle();
    expect(view().failure).toEqual({ reason: 'not-answered' });
    await settle(() => view().retry());
    (await question('getSession')).answer(signingIn(1));
    await settle();
    (await question('awaitSession')).answer(signedOut(2));
    await settle();
    expect(view()).toMatchObject({ session: signedOut(2), failure: null });
  });

  it('a page that goes asks no more, and hears no answer', async () => {
    const { view, unmount } = follow();
    (await question('getSession')).answer(signingIn(1));
    await settle();
    const open = await question('awaitSession');
    await settle(unmount);
    open.answer(signingIn(2));
    await settle();
    expect(asked('awaitSession')).toEqual([[1]]);
    expect(view().session).toEqual(signingIn(1));
  });
});
