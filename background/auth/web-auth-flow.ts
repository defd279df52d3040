import browser from 'webextension-polyfill';
import { AppError } from '../../src/errors.ts';

/** How Microsoft's window ended. None of these is an error of the program. */
export type FlowOutcome =
  | { kind: 'redirected'; url: URL }
  /** Microsoft sent the person back with a no. */
  | { kind: 'denied'; url: URL }
  | { kind: 'closed' }
  | { kind: 'unreachable' }
  | { kind: 'timed-out' }
  /** The browser would open it in a private window, where nothing of it would come back. */
  | { kind: 'private-window' }
  /** Another window of ours is open, in this life of the background or an earlier one. */
  | { kind: 'already-open' }
  /** A silent flow came to a page that somebody would have to see. */
  | { kind: 'needs-person' };

/** What a flow comes to that has brought no answer of Microsoft's. */
export function asError(kind: Exclude<FlowOutcome['kind'], 'redirected' | 'denied'>): AppError {
  switch (kind) {
    case 'closed':
      return new AppError('window-closed');
    case 'unreachable':
      return new AppError('offline');
    case 'already-open':
      return new AppError('window-already-open');
    case 'needs-person':
      return new AppError('session-ended');
    case 'timed-out':
    case 'private-window':
      return new AppError(kind);
  }
}

/** Long enough for a second factor and a password change; Microsoft's own page gives up before. */
const TIME_LIMIT_MS = 15 * 60 * 1000;

const LOCK = 'lanyard.web-auth-flow';

/**
 * Opens Microsoft's window on `url` and waits for the redirect. One at a time: Chromium refuses a second, and
 * Firefox would give both callers the first one's answer.
 */
export async function runWebAuthFlow(url: URL, timeLimitMs = TIME_LIMIT_MS): Promise<FlowOutcome> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock ? Promise.race([launch(url, true), after(timeLimitMs)]) : { kind: 'already-open' as const },
  );
}

/** Microsoft's page redirects by script, which takes a moment; one that wants a person never does. */
const SILENT_LIMIT_MS = 10_000;

/**
 * The same without a window: for an answer that Microsoft can give from its own session in the browser. Firefox
 * cannot tell no network from a page to be seen, and calls both `needs-person`.
 */
export async function runSilentWebAuthFlow(url: URL): Promise<FlowOutcome> {
  const outcome = await Promise.race([launch(url, false), after(SILENT_LIMIT_MS)]);
  // A page that does not go on by itself waits for somebody.
  return outcome.kind === 'timed-out' ? { kind: 'needs-person' } : outcome;
}

async function launch(url: URL, interactive: boolean): Promise<FlowOutcome> {
  // The manifest keeps Lanyard out of private windows; a browser that is private through and through may not.
  if (browser.extension?.inIncognitoContext) return { kind: 'private-window' };
  try {
    const address = await browser.identity.launchWebAuthFlow({
      url: url.href,
      interactive,
      ...(interactive ? {} : silentOptions()),
    });
    return readRedirect(address);
  } catch (thrown) {
    return { kind: whyEnded(thrown instanceof Error ? thrown.message : String(thrown)) };
  }
}

/** Chromium ends a silent flow with the first page, unless told to wait; Firefox refuses what it does not know. */
function silentOptions(): object {
  const isChromium = browser.runtime.getURL('').startsWith('chrome-extension:');
  return isChromium
    ? { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: SILENT_LIMIT_MS }
    : {};
}

/** The browser gives only our own redirect URI back; that it does is checked before anything is read from it. */
function readRedirect(address: string): FlowOutcome {
  if (!URL.canParse(address) || !address.startsWith(browser.identity.getRedirectURL())) {
    return { kind: 'unreachable' };
  }
  const url = new URL(address);
  const params = new URLSearchParams(url.hash.slice(1) || url.search);
  return { kind: params.has('error') ? 'denied' : 'redirected', url };
}

/**
 * The browsers tell the ends apart by text alone, and promise none of the texts: so the known ones are matched
 * by their beginnings, and anything else counts as closed, which is the most frequent and does no harm.
 */
const ENDINGS = [
  ['Only one web auth flow', 'already-open'],
  ['Authorization page load timed out', 'timed-out'],
  ['Authorization page could not be loaded', 'unreachable'],
  ['The user did not approve access', 'closed'],
  ['User cancelled or denied access', 'closed'],
  ['User interaction required', 'needs-person'],
  ['Requires user interaction', 'needs-person'],
] as const;

function whyEnded(message: string) {
  return ENDINGS.find(([beginning]) => message.startsWith(beginning))?.[1] ?? 'closed';
}

function after(ms: number): Promise<FlowOutcome> {
  return new Promise((resolve) => setTimeout(() => resolve({ kind: 'timed-out' }), ms));
}
