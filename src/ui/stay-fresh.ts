import browser from 'webextension-polyfill';

/** Who keeps a page in sight sees what is new this often. It is an opening each time (`docs/cost.md`). */
const IN_SIGHT_MS = 15 * 60_000;
/** Nobody is there who has not touched anything for so long. */
const IDLE_SECONDS = 300;

/**
 * Calls when what a page shows may have got old: the page is seen again, or has been in sight of somebody who is there.
 * Nobody pays for a panel that is open behind others, or in front of an empty chair. Returns how to end that.
 */
export function stayFresh(read: () => void): () => void {
  const onReturn = () => {
    if (document.visibilityState === 'visible') read();
  };
  const timer = setInterval(() => {
    isSomebodyThere().then((isThere) => {
      if (isThere && document.visibilityState === 'visible') read();
    });
  }, IN_SIGHT_MS);
  document.addEventListener('visibilitychange', onReturn);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onReturn);
  };
}

/** Whether keys or mouse were touched of late; a browser that cannot tell does not say no. */
async function isSomebodyThere(): Promise<boolean> {
  const state = await browser.idle?.queryState(IDLE_SECONDS).catch(() => 'active');
  return (state ?? 'active') === 'active';
}
