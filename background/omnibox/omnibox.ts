import browser, { type Omnibox } from 'webextension-polyfill';
import { toAppError } from '../../src/errors.ts';
import { logBug } from '../log.ts';
import { describe, describeHint, type LineForm } from './describe.ts';
import { type Found, ownLink } from './found.ts';
import { hintAfter, hintFor } from './hint.ts';
import { type LookUpParts, lookUp, readGround } from './look-up.ts';
import { openAt, showLanyard } from './open.ts';

/** Somebody who types does not wait for what their first letters bring. */
const PAUSE_MS = 200;
/** One letter begins half of everything. */
const FEWEST_LETTERS = 2;

/**
 * Searches people, files and mail from the address bar, behind the keyword of the manifest. Nothing is asked for there:
 * what no permission is on record for is not searched. Must be called in the first turn. What was found is kept in
 * memory alone. Firefox for Android has no such address bar.
 */
export function registerOmnibox(parts: LookUpParts): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: { typed: string; found: Found[] } | null = null;

  /** Whatever was begun before is nobody's any more. */
  const begin = () => {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    return () => mine === turn;
  };

  const look = async (typed: string, isWanted: () => boolean): Promise<Found[]> => {
    const ground = await readGround(parts);
    if (!isWanted()) return [];
    hint(hintFor(ground));
    if (!ground || ground.purposes.length === 0 || !isEnough(typed)) return [];
    const { found, failure } = await lookUp(parts, ground, typed);
    if (!isWanted()) return [];
    if (failure) hint(hintAfter(failure));
    last = { typed, found };
    return found;
  };

  omnibox.onInputStarted.addListener(() => {
    last = null;
    look('', begin()).catch(report);
  });

  omnibox.onInputChanged.addListener((text, suggest) => {
    const isWanted = begin();
    const typed = text.trim();
    timer = setTimeout(
      () => {
        look(typed, isWanted)
          .then((found) => isWanted() && suggest(found.map((each) => toSuggestion(each, typed))))
          .catch(report);
      },
      isEnough(typed) ? PAUSE_MS : 0,
    );
  });

  omnibox.onInputCancelled.addListener(() => {
    begin();
    last = null;
  });

  omnibox.onInputEntered.addListener((text, disposition) => {
    begin();
    const typed = text.trim();
    const known = last?.typed === typed ? last.found : null;
    last = null;
    enter(typed, disposition, known, () => look(typed, () => true)).catch(report);
  });
}

/** A suggestion comes back as its address, which anybody can have typed: it is looked at as one that was. */
async function enter(
  typed: string,
  disposition: Omnibox.OnInputEnteredDisposition,
  known: readonly Found[] | null,
  look: () => Promise<Found[]>,
): Promise<void> {
  const chosen = ownLink(typed);
  const best = chosen ?? (known ?? (isEnough(typed) ? await look() : []))[0]?.url ?? null;
  const url = best === null ? null : ownLink(best);
  if (url === null) await showLanyard();
  else await openAt(url, disposition);
}

function toSuggestion(found: Found, typed: string): Omnibox.SuggestResult {
  return { content: found.url, description: describe(found, typed, lineForm()) };
}

function isEnough(typed: string): boolean {
  return [...typed].length >= FEWEST_LETTERS;
}

function hint(text: string): void {
  browser.omnibox.setDefaultSuggestion({ description: describeHint(text, lineForm()) });
}

/** Firefox shows markup as it stands (MDN: `omnibox.SuggestResult`). */
function lineForm(): LineForm {
  return browser.runtime.getURL('').startsWith('moz-extension:') ? 'plain' : 'xml';
}

function report(thrown: unknown): void {
  logBug(toAppError(thrown));
}
