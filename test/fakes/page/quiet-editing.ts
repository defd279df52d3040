import type { Editing } from '../../../popup/data/use-editing.ts';

/** Changes of a popup in which nothing has been changed; a test gives what it looks at in the place of a part. */
export const quietEditing: Editing = {
  make: () => undefined,
  since: () => [],
  underWay: [],
  refusal: null,
  retry: () => undefined,
  giveUp: () => undefined,
};
