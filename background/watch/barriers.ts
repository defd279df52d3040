import browser from 'webextension-polyfill';
import type { Reason } from '../../src/errors.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { needsOf } from '../../src/purposes.ts';
import { WATCHES, type WatchName } from '../../src/watches.ts';
import { planFor } from '../auth/consent.ts';
import type { Ledger } from '../auth/ledger.ts';

/** What keeps a watch from being asked about at all, found without asking anybody; null: nothing does. */
export async function findBarrier(
  ledger: Ledger,
  accountId: string,
  watch: WatchName,
): Promise<Obstacle | null> {
  const { purpose, ...entry } = WATCHES[watch];
  const plan = planFor(await ledger.read(accountId), needsOf(purpose));
  if (plan.kind === 'wanting') return { reason: plan.reason, purpose };
  const isAllowed = !('browserPermission' in entry) || (await isAllowedByBrowser(entry.browserPermission));
  return isAllowed ? null : { reason: 'notifications-off', purpose };
}

function isAllowedByBrowser(permission: 'notifications'): Promise<boolean> {
  return browser.permissions.contains({ permissions: [permission] });
}

/** Whether that is a barrier, and not what a look has come to. */
export function isBarrier({ reason }: Obstacle): boolean {
  const { action } = presentObstacle(reason);
  return (
    reason === 'notifications-off' ||
    action === 'allow' ||
    action === 'ask-administrator' ||
    action === 'resume'
  );
}

/** Whether the same may go better a while later, without anybody doing anything. */
export function isPassing({ reason }: Obstacle): boolean {
  return presentObstacle(reason).action === 'try-again';
}

/** What a person has decided, and knows: it is no reason to mark the icon. */
const OWN_DECISIONS: ReadonlySet<Reason> = new Set(['paused', 'postponed', 'declined']);

/** Whether there is something that a person should know of, and can do. */
export function isWorthMark(obstacle: Obstacle): boolean {
  if (obstacle.reason === 'notifications-off') return true;
  if (isPassing(obstacle) || OWN_DECISIONS.has(obstacle.reason)) return false;
  return presentObstacle(obstacle.reason).action !== 'none';
}
