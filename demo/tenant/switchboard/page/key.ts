/** As much of a window as the key passes through. */
export interface KeyPlace {
  location: { hash: string; pathname: string };
  history: { replaceState(data: null, unused: string, url: string): void };
  sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

const entry = 'switchboard-key';

/**
 * The key of this run: from the fragment, which no server is sent and which is taken out of the address bar at once, or
 * from this tab's storage, where a reload finds it.
 */
export function takeKey({ location, history, sessionStorage }: KeyPlace): string | null {
  const given = location.hash.slice(1);
  if (given === '') return sessionStorage.getItem(entry);
  history.replaceState(null, '', location.pathname);
  sessionStorage.setItem(entry, given);
  return given;
}

/** For a key that the tenant has refused: it is of another run. */
export function dropKey({ sessionStorage }: Pick<KeyPlace, 'sessionStorage'>): void {
  sessionStorage.removeItem(entry);
}
