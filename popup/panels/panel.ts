import type { FunctionComponent } from 'preact';
import type { Session } from '../../src/contract.ts';
import { isAboutConsent } from '../../src/in-the-way.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import type { Purpose } from '../../src/purposes.ts';
import type { ReadingName } from '../../src/readings.ts';
import type { IconName } from '../../src/ui/icon.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import type { WordKey } from '../../src/words.ts';
import type { ReadingStore } from '../data/reading-store.ts';
import type { Editing } from '../data/use-editing.ts';
import type { Go, Place } from '../use-place.ts';

export type SignedInSession = Extract<Session, { status: 'signed-in' }>;

/** What every panel is given. `session.obstacle` is there only if it is this panel's to show. */
export interface PanelProps {
  session: SignedInSession;
  act: Act;
  place: Place;
  go: Go;
  store: ReadingStore;
  editing: Editing;
}

export type PanelView = FunctionComponent<PanelProps>;

/** One part of the popup, behind a tab of its own. */
export interface Panel {
  name: string;
  title: WordKey;
  icon: IconName;
  /** What it asks permissions for: an obstacle to one of these is shown here. */
  purposes: readonly Purpose[];
  /** What it begins with, which is asked for before the first frame is drawn. */
  readings: readonly ReadingName[];
  /** A little of everything: what a panel of its own asks about is not asked about here. */
  isOverview?: true;
  /** What is drawn in it. */
  load(): Promise<PanelView>;
}

/** Whether a panel has to show an obstacle. One without a purpose concerns them all. */
export function concerns({ purposes, isOverview }: Panel, obstacle: Obstacle): boolean {
  const { purpose } = obstacle;
  if (purpose === undefined) return true;
  return purposes.includes(purpose) && !(isOverview && isAboutConsent(obstacle));
}

/** The session as a panel sees it: without an obstacle that is another's. */
export function sessionFor(panel: Panel, session: SignedInSession): SignedInSession {
  const { obstacle, ...rest } = session;
  return obstacle && concerns(panel, obstacle) ? session : rest;
}
