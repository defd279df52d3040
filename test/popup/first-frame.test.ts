import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readFirstFrame } from '../../popup/first-frame.ts';
import { START } from '../../popup/use-place.ts';
import type { Handlers, Session } from '../../src/contract.ts';
import { face } from '../../src/face.ts';
import { answer } from '../../src/messaging.ts';
import { popupPlace, sidePlace } from '../../src/place.ts';
import { READING_NAMES } from '../../src/readings.ts';
import { keepSnapshot } from '../../src/snapshots.ts';
import { fake, resetFakeBrowser } from '../fakes/fake-browser.ts';

const presence = { data: { availability: 'Busy' as const }, readAt: 5 };
const account = (isPersonal = false) => ({
  id: 'mira',
  name: 'Mira',
  username: 'mira@x.example',
  isPersonal,
});
const signedIn = (isPersonal = false): Session => ({
  status: 'signed-in',
  revision: 3,
  account: account(isPersonal),
  accounts: [account(isPersonal)],
  keep: 'on-disk',
});
const mail = { panel: 'mail', message: null, wish: null };

let asked: string[];
const frames: (() => void)[] = [];
let isSide: boolean;

beforeEach(() => {
  resetFakeBrowser();
  asked = [];
  isSide = false;
  vi.stubGlobal('document', { documentElement: { classList: { contains: () => isSide } } });
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  const never = (name: string) => () => {
    asked.push(name);
    return new Promise<never>(() => undefined);
  };
  answer(
    Object.fromEntries(READING_NAMES.map((name) => [name, never(name)])) as unknown as Handlers,
    () => {},
  );
});
afterEach(() => {
  // What waits for a frame waits for a timer too, and would go off in a later test.
  for (const draw of frames.splice(0)) draw();
  vi.unstubAllGlobals();
});

describe('The first frame of the popup', () => {
  it('shows what memory has of the account, while all that is drawn is asked for', async () => {
    await face.set(signedIn());
    await popupPlace.set(mail);
    await keepSnapshot('mira', 'getPresence', presence);
    const { session, place, store } = await readFirstFrame();
    expect([session, place]).toEqual([signedIn(), mail]);
    expect(store?.known('getPresence')).toMatchObject({ ...presence, isLoading: true, revision: 3 });
    expect(asked.sort()).toEqual(['getInbox', 'getPresence']);
    expect(store?.isAskedAhead('getInbox', 3)).toBe(true);
    expect(store?.isAskedAhead('getFiles', 3)).toBe(false);
  });

  it('asks for no presence of a personal account, which has none', async () => {
    await face.set(signedIn(true));
    await popupPlace.set(mail);
    await readFirstFrame();
    expect(asked).toEqual(['getInbox']);
  });

  it('begins with Today, and with all that it has a part of', async () => {
    await face.set(signedIn());
    expect((await readFirstFrame()).place).toBe(START);
    expect(asked.sort()).toEqual(['getCalendar', 'getFiles', 'getInbox', 'getPresence', 'getTasks']);
  });

  it('has the place of the panel at the side in that panel', async () => {
    await popupPlace.set(mail);
    await sidePlace.set({ ...mail, panel: 'files' });
    isSide = true;
    expect((await readFirstFrame()).place.panel).toBe('files');
  });

  it('asks for nothing before anybody has signed in', async () => {
    const session: Session = { status: 'signed-out', revision: 1, keep: 'on-disk' };
    await face.set(session);
    expect(await readFirstFrame()).toEqual({ session, place: START, store: null });
    await face.remove();
    expect(await readFirstFrame()).toEqual({ session: null, place: START, store: null });
    expect(asked).toEqual([]);
  });

  it('knows nothing if storage does not answer', async () => {
    fake.session.failWith = new Error('IO error');
    expect(await readFirstFrame()).toEqual({ session: null, place: START, store: null });
  });
});
