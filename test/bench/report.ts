import { median, table } from './measure.ts';
import { OPENINGS, type OpeningName, type Openings, RESTARTS } from './openings.ts';
import { type Frames, INBOX_SIZE, LONG_FRAME, type Scrolling } from './scrolling.ts';
import { FLAT, medianOf, type Sizes, spread, type Target } from './targets.ts';
import { CROWDS, TOKEN_TRIES, type Tokens } from './tokens.ts';

/** What tokens cost, in words. */
export function describeTokens({ rungs, start, crowd, bytes }: Tokens): string {
  const rows = [['token from', ...CROWDS.map(({ name }) => name), 'worst/best', `target <= ${FLAT}`]];
  for (const { rung, rows: crowds } of rungs) {
    const ratio = spread(crowds);
    const cells = crowds.map(({ samples }) => median(samples).toFixed(2));
    rows.push([rung, ...cells, ratio.toFixed(2), ratio <= FLAT ? 'met' : 'MISSED']);
  }
  return [
    `Tokens: medians of ${TOKEN_TRIES}, in milliseconds`,
    table(rows),
    `${start.name}: ${median(start.samples).toFixed(1)}`,
    `50 callers at expiry: ${crowd.tokenRequests} token request(s), all answered in ${crowd.ms.toFixed(0)}`,
    `bytes stored for one account: ${bytes.local} on disk (sealed), ${bytes.session} in memory`,
  ].join('\n');
}

const OPENING_WORDS: Record<OpeningName, string> = {
  blank: 'blank page',
  warm: 'popup, worker warm',
  stopped: 'popup, worker stopped',
  reference: 'reference: MSAL in the popup',
  blankAfterRestart: 'blank page, browser just started',
  afterRestart: 'popup, browser just started',
};

/** When the pages showed what, in words. */
export function describeOpenings(openings: Openings): string {
  const rows = [['page', 'opened', 'first paint', 'known data', 'fresh data']];
  const cell = (ms: number) => (Number.isNaN(ms) ? '-' : ms.toFixed(0));
  for (const name of Object.keys(openings) as OpeningName[]) {
    const each = openings[name];
    const moments = (['firstPaint', 'kept', 'fresh'] as const).map((moment) => cell(medianOf(each, moment)));
    rows.push([OPENING_WORDS[name], String(each.length), ...moments]);
  }
  return [
    `Openings: medians of ${OPENINGS}, after a restart of ${RESTARTS}, in milliseconds from the navigation on`,
    table(rows),
  ].join('\n');
}

export function describeSizes({ popupScript, popupWhole, popupStyle, background, reference }: Sizes): string {
  const rows = [
    ['file', 'kB gzipped'],
    ['the popup’s script, as it begins', popupScript.toFixed(1)],
    ['the popup’s script, all of it', popupWhole.toFixed(1)],
    ['popup.css', popupStyle.toFixed(1)],
    ['background.js', background.toFixed(1)],
    ['the reference', reference.toFixed(1)],
  ];
  return ['Sizes', table(rows)].join('\n');
}

export function describeScrolling({ rows, idle, scrolled }: Scrolling): string {
  const line = (what: string, { count, longest, long, busy }: Frames) => [
    what,
    String(count),
    longest.toFixed(0),
    String(long),
    String(busy),
  ];
  return [
    `Scrolling: ${rows} rows of an inbox of ${INBOX_SIZE}, by the wheel`,
    table([
      ['', 'frames', 'longest (ms)', `over ${LONG_FRAME} ms`, 'the page being busy'],
      line('scrolling', scrolled),
      line('the same page, left alone', idle),
    ]),
  ].join('\n');
}

/** The targets beside what was found, and plainly what misses. */
export function describeTargets(targets: readonly Target[]): string {
  const verdict = ({ isMet }: Target) => (isMet ? 'met' : 'MISSED');
  const rows = targets.map((target) => [target.what, target.found, target.wanted, verdict(target)]);
  const missed = targets.filter(({ isMet }) => !isMet).length;
  return [
    'Targets',
    table([['', 'found', 'target', ''], ...rows]),
    missed === 0 ? 'All are met.' : `${missed} of ${targets.length} MISSED.`,
  ].join('\n');
}
