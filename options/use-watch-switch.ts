import { useEffect, useState } from 'preact/hooks';
import { askForNotifications } from '../src/ui/ask-notifications.ts';
import type { Act } from '../src/ui/use-session.ts';
import { WATCHES, type WatchName, type WatchState } from '../src/watches.ts';

/** A switch as its person left it, and the ways to turn it. */
export interface WatchSwitch {
  isOn: boolean;
  /** Whether the browser's own question is open. */
  isAsking: boolean;
  /** Whether that has just been answered with a no. */
  isRefused: boolean;
  turn(isOn: boolean): void;
  /** Asks the browser again for what it did not allow; to be called from a click. */
  allow(): void;
}

/** Turns a watch on and off, and asks the browser first for what only it can allow. */
export function useWatchSwitch(
  accountId: string,
  watch: WatchName,
  state: WatchState,
  act: Act,
): WatchSwitch {
  const needsBrowser = 'browserPermission' in WATCHES[watch];
  // Until the background has said how it stands now.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => setWanted(null), [state]);

  const set = (isOn: boolean) => {
    setWanted(isOn);
    act('setWatch', accountId, watch, isOn);
  };
  /** The first thing in the click, or the browser does not ask. */
  const askBrowser = (onRefused: () => void) => {
    const answer = askForNotifications();
    setRefused(false);
    setAsking(true);
    void answer.then((isAllowed) => {
      setAsking(false);
      if (isAllowed) return;
      setRefused(true);
      onRefused();
    });
  };
  return {
    isOn: wanted ?? state.isOn,
    isAsking,
    isRefused,
    turn(isOn) {
      setRefused(false);
      if (isOn && needsBrowser) askBrowser(() => set(false));
      // At the same time: a page that ends behind the browser's question has lost nothing.
      set(isOn);
    },
    allow: () => askBrowser(() => set(false)),
  };
}
