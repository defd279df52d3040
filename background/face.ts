import type { Session } from '../src/contract.ts';
import { toAppError } from '../src/errors.ts';
import { face, isSameFace } from '../src/face.ts';
import { logBug } from './log.ts';

/**
 * Keeps in memory where the person stands, for the first frame of the next popup and for the pages that are open. Gives
 * what to call after each change: several in a row are drawn once more at the end, and never an older one over a newer.
 */
export function createFace(read: () => Promise<Session>): () => void {
  let isWanted = false;
  let isDrawing = false;
  let isFirst = true;

  /** That the background has started again is no news to a page, which would read everything anew. */
  const isKnown = async (session: Session) => {
    const before = isFirst ? await face.get() : null;
    isFirst = false;
    return before !== null && isSameFace(before, session);
  };

  const draw = async () => {
    if (isDrawing) return;
    isDrawing = true;
    while (isWanted) {
      isWanted = false;
      // A face that cannot be kept is one that the popup waits for.
      await read()
        .then(async (session) => ((await isKnown(session)) ? undefined : face.set(session)))
        .catch(() => face.remove());
    }
    isDrawing = false;
  };

  return () => {
    isWanted = true;
    draw().catch((thrown) => {
      isDrawing = false;
      logBug(toAppError(thrown));
    });
  };
}
