import type { Session } from '../src/contract.ts';
import { face } from '../src/face.ts';
import { READINGS } from '../src/readings.ts';
import { readSnapshots } from '../src/snapshots.ts';
import { createReadingStore, type ReadingStore } from './data/reading-store.ts';
import { pagePlace } from './page-place.ts';
import { panelCalled } from './panels/index.ts';
import type { SignedInSession } from './panels/panel.ts';
import { loadView } from './panels/views.ts';
import { type Place, START } from './use-place.ts';

/** What the popup shows before anybody has answered it. */
export interface FirstFrame {
  /** Null where nothing is known, as after the browser has started. */
  session: Session | null;
  place: Place;
  /** What earlier popups have shown of that session's account; it is being read anew already. */
  store: ReadingStore | null;
}

/** From memory alone, which answers before the background has woken. Never rejects. */
export async function readFirstFrame(): Promise<FirstFrame> {
  try {
    const [session, kept] = await Promise.all([face.get(), pagePlace().get()]);
    const place = kept ?? START;
    if (session?.status !== 'signed-in') return { session, place, store: null };
    const store = createReadingStore(session.account.id);
    askAtOnce(store, session, place);
    const [snapshots] = await Promise.all([
      readSnapshots(session.account.id),
      loadView(panelCalled(place.panel)).catch(() => null),
    ]);
    store.remember(snapshots);
    return { session, place, store };
  } catch {
    // Storage that does not answer now may do so a moment later: the background tells what is wrong with it.
    return { session: null, place: START, store: null };
  }
}

/** What will be asked for in a moment, so that the answers are under way while the first frame is drawn. */
function askAtOnce(store: ReadingStore, { account, revision }: SignedInSession, { panel }: Place): void {
  for (const name of new Set([...panelCalled(panel).readings, 'getPresence' as const])) {
    if (!('isWorkOnly' in READINGS[name] && account.isPersonal)) store.ask(name, revision, 'ahead');
  }
}
