import * as v from 'valibot';
import { EditShape } from './edits.ts';
import { stored } from './stored.ts';

/**
 * Where in the popup the person was, who comes back there after Microsoft's window. `wish` is a change that waits for
 * its permission.
 */
export const popupPlace = stored(
  'session',
  'popupPlace',
  v.object({
    panel: v.string(),
    message: v.nullable(v.object({ accountId: v.string(), id: v.string() })),
    wish: v.nullable(v.object({ accountId: v.string(), edit: EditShape })),
  }),
);
