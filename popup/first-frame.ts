import type { Session } from '../src/contract.ts';
import { face } from '../src/face.ts';
import { popupPlace } from '../src/place.ts';
import { readSnapshots, type Snapshots } from '../src/snapshots.ts';
import { type Place, START } from './use-place.ts';

/** What the popup shows before anybody has answered it. */
export interface FirstFrame {
  /** Null where nothing is known, as after the browser has started. */
  session: Session | null;
  place: Place;
  snapshots: Snapshots;
}

/** From memory alone, which answers before the background has woken. Never rejects. */
export async function readFirstFrame(): Promise<FirstFrame> {
  try {
    const [session, place] = await Promise.all([face.get(), popupPlace.get()]);
    const snapshots = session?.status === 'signed-in' ? await readSnapshots(session.account.id) : {};
    return { session, place: place ?? START, snapshots };
  } catch {
    // Storage that does not answer now may do so a moment later: the background tells what is wrong with it.
    return { session: null, place: START, snapshots: {} };
  }
}
