import { median, type Series } from './measure.ts';
import type { OpeningName, Openings } from './openings.ts';
import { LONG_FRAME, type Scrolling } from './scrolling.ts';
import type { Tokens } from './tokens.ts';
import type { Opening } from './watch-page.ts';

/** How much more the dearest crowd's token may cost than the cheapest's: the cost should not grow. */
export const FLAT = 1.5;

/** Something that is to hold, and what was found. */
export interface Target {
  what: string;
  found: string;
  wanted: string;
  isMet: boolean;
}

/** Kilobytes, gzipped. */
export interface Sizes {
  /** What the popup cannot begin without, and that with what is loaded later. */
  popupScript: number;
  popupWhole: number;
  popupStyle: number;
  background: number;
  reference: number;
}

export function medianOf(openings: readonly Opening[], moment: keyof Opening): number {
  return median(openings.map((opening) => opening[moment]));
}

/** Ratios are of medians of this run; what is measured against the clock alone says more of the machine. */
export function openingTargets(openings: Openings): Target[] {
  const paint = (name: OpeningName) => medianOf(openings[name], 'firstPaint');
  const fresh = (name: OpeningName) => medianOf(openings[name], 'fresh');
  return [
    ratio('first paint, worker warm / blank page', paint('warm') / paint('blank'), 1.25),
    ratio('first paint, worker stopped / blank page', paint('stopped') / paint('blank'), 1.25),
    ratio('fresh data, worker warm / reference', fresh('warm') / fresh('reference'), 0.8),
  ];
}

export function tokenTargets({ rungs }: Tokens): Target[] {
  return rungs.map(({ rung, rows }) => ratio(`token from ${rung}, worst / best`, spread(rows), FLAT));
}

/** How often the cheapest of these series goes into the dearest. */
export function spread(rows: readonly Series[]): number {
  const medians = rows.map(({ samples }) => median(samples));
  return Math.max(...medians) / Math.min(...medians);
}

export function sizeTargets({ popupScript, background }: Sizes): Target[] {
  return [
    atMost('popup script, gzipped', popupScript, 40, 'kB'),
    atMost('background, gzipped', background, 120, 'kB'),
  ];
}

export function scrollingTarget({ scrolled }: Scrolling): Target {
  return atMost('longest frame while scrolling', Math.round(scrolled.longest), LONG_FRAME, 'ms');
}

function ratio(what: string, found: number, most: number): Target {
  return { what, found: found.toFixed(2), wanted: `<= ${most}`, isMet: found <= most };
}

/** A target that a number is not to go over. */
export function atMost(what: string, found: number, most: number, unit: string): Target {
  return {
    what,
    found: `${Number(found.toFixed(1))} ${unit}`,
    wanted: `<= ${most} ${unit}`,
    isMet: found <= most,
  };
}
