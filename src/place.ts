import * as v from 'valibot';
import { EDIT_PURPOSES } from './edit-purposes.ts';
import type { Edit } from './edits.ts';
import { ObstacleShape } from './obstacles.ts';
import { stored } from './stored.ts';

const PlaceShape = v.object({
  panel: v.string(),
  message: v.nullable(v.object({ accountId: v.string(), id: v.string() })),
  wish: v.nullable(
    v.object({
      accountId: v.string(),
      edit: v.custom<Edit>(isKnownKind),
      /** Why it did not come about where it may have: it is not tried again but by a click. */
      obstacle: v.exactOptional(ObstacleShape),
    }),
  ),
  /** Whether the page was left for Microsoft's window. */
  isAway: v.exactOptional(v.boolean()),
});

/**
 * Where in the popup the person was, who comes back there after Microsoft's window. `wish` is a change that waits for
 * its permission.
 */
export const popupPlace = stored('session', 'popupPlace', PlaceShape);

/** The same for the panel at the side, which may be open together with the popup: neither does what the other wants. */
export const sidePlace = stored('session', 'sidePlace', PlaceShape);

/** The background looks at the whole of it before anything is done. */
function isKnownKind(edit: unknown): boolean {
  const kind = typeof edit === 'object' && edit !== null ? Reflect.get(edit, 'kind') : null;
  return typeof kind === 'string' && Object.hasOwn(EDIT_PURPOSES, kind);
}
