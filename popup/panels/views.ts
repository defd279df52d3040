import { PANELS } from './index.ts';
import type { Panel, PanelView } from './panel.ts';

const loaded = new Map<Panel, PanelView>();

/** What is drawn in a panel, as far as it has been loaded. */
export function viewOf(panel: Panel): PanelView | null {
  return loaded.get(panel) ?? null;
}

/** Loads what is drawn in a panel; from the extension's own folder, so that only a browser in trouble rejects. */
export async function loadView(panel: Panel): Promise<PanelView> {
  const view = viewOf(panel) ?? (await panel.load());
  loaded.set(panel, view);
  return view;
}

/** Loads the others as well, so that a tab has nothing to wait for. */
export function loadAllViews(): void {
  // One that cannot be loaded now is tried again when somebody wants to see it.
  for (const panel of PANELS) loadView(panel).catch(() => undefined);
}
