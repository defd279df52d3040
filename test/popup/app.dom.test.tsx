import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { App } from '../../popup/app.tsx';
import { createReadingStore } from '../../popup/data/reading-store.ts';
import { readFirstFrame } from '../../popup/first-frame.ts';
import { START } from '../../popup/use-place.ts';
import type { Session } from '../../src/contract.ts';
import type { MessageSummary } from '../../src/data/mail.ts';
import { face } from '../../src/face.ts';
import { ask } from '../../src/messaging.ts';
import { popupPlace } from '../../src/place.ts';
import { say } from '../../src/words.ts';
import { question, stopBackground } from '../fakes/page/fake-background.ts';
import { mira, sam, signedIn, signedOut, signingIn } from '../fakes/page/people.ts';
import { settle } from '../fakes/page/settle.ts';

const press = (key: string) =>
  settle(() => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

/** Opens the popup as its script does. */
async function open() {
  const greeting = ask('getSession');
  greeting.catch(() => undefined);
  const first = await readFirstFrame();
  render(<App first={first} greeting={greeting} />);
  await settle();
}

async function greet(session: Session) {
  const asked = await question('getSession');
  await settle(() => asked.answer(session));
}

const message: MessageSummary = {
  id: 'm1',
  subject: 'For Mira alone',
  from: null,
  receivedAt: 0,
  isRead: false,
  isFlagged: false,
  hasAttachments: false,
};

const tab = () => document.querySelector('[role=tab][aria-selected=true]')?.getAttribute('data-panel');

describe('The popup', () => {
  it('shows that it is loading until it is known who is signed in, and then the welcome', async () => {
    await open();
    expect(screen.getAllByLabelText(say('loading')).length).toBeGreaterThan(0);
    await greet(signedOut(1));
    expect(screen.getByText(say('welcomeTitle'))).toBeTruthy();
  });

  it('shows the panel where the person was, before the background has answered', async () => {
    await face.set(signedIn(1));
    await popupPlace.set({ panel: 'tasks', message: null, wish: null });
    await open();
    expect(tab()).toBe('tasks');
  });

  it('says what is wrong with a background that does not answer, and tries again at a click', async () => {
    stopBackground();
    await open();
    expect(screen.getByText(say('notAnsweredTitle'))).toBeTruthy();
    expect(screen.getByRole('button', { name: say('tryAgain') })).toBeTruthy();
  });

  it('shows where to look while Microsoft’s window is open, and the person’s data after it', async () => {
    await open();
    await greet(signedOut(1));
    await settle(() => screen.getByText(say('signIn')).click());
    const asked = await question('signIn');
    await settle(() => asked.answer(signingIn(2)));
    expect(screen.getByText(say('signingInTitle'))).toBeTruthy();
    const end = await question('awaitSession');
    await settle(() => end.answer(signedIn(3)));
    expect(tab()).toBe('today');
  });

  it('shows nothing of one account to another', async () => {
    const store = createReadingStore(mira.id, (run) => run());
    store.remember({ getInbox: { data: { messages: [message], next: null, unread: 5 }, readAt: 1 } });
    const session = signedIn(1, { accounts: [mira, sam] });
    const first = { session, place: START, store };
    render(<App first={first} greeting={Promise.resolve<Session>(session)} />);
    await settle();
    expect(document.body.textContent).toContain(message.subject);
    await settle(() => void face.set({ ...session, revision: 2, account: sam }));
    expect(document.body.textContent).not.toContain(message.subject);
    expect(document.querySelector('.account-dot[aria-pressed=true]')?.getAttribute('title')).toBe(
      sam.username,
    );
  });

  it('removes all data of an account that signs out on another page', async () => {
    await face.set(signedIn(1));
    await open();
    await greet(signedIn(1));
    await settle(() => void face.set(signedOut(2)));
    expect(document.querySelector('[role=tab]')).toBeNull();
    expect(screen.getByText(say('welcomeTitle'))).toBeTruthy();
  });
});

describe('A key in the popup', () => {
  it('leads to the search also if it was pressed before anything was drawn', async () => {
    await press('/');
    await open();
    expect(tab()).toBeUndefined();
    await greet(signedIn(1));
    await expect.poll(() => document.activeElement?.className).toBe('people-search');
    expect(tab()).toBe('people');
  });

  it('does nothing if the person turns out to be signed out', async () => {
    await press('/');
    await open();
    await greet(signedOut(1));
    await settle(() => void face.set(signedIn(2)));
    expect(tab()).toBe('today');
  });

  it('shows the shortcuts while the background has not answered yet', async () => {
    await open();
    await press('?');
    await expect.poll(() => document.querySelector('.shortcuts[open]')).not.toBeNull();
    await settle(() => screen.getByLabelText(say('keysDone')).click());
    expect(document.querySelector('.shortcuts')).toBeNull();
  });
});
