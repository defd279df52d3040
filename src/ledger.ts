import * as v from 'valibot';
import type { Permission } from './permissions.ts';
import { PURPOSE_NAMES, type Purpose } from './purposes.ts';

const epochMs = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What came of the last time a permission was asked for. */
export const ANSWERS = ['granted', 'declined', 'postponed', 'approval-needed', 'none'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * Who said yes, as far as Lanyard knows: whoever sits here, in a window that Lanyard opened; an administrator, in a
 * window of Lanyard's; somebody earlier or elsewhere.
 */
export const GRANTORS = ['you', 'administrator', 'earlier'] as const;
export type Grantor = (typeof GRANTORS)[number];

const EntryShape = v.object({
  askedAt: v.nullable(epochMs),
  askedFor: v.nullable(v.picklist(PURPOSE_NAMES)),
  answer: v.nullable(v.picklist(ANSWERS)),
  answeredAt: v.nullable(epochMs),
  grantedAt: v.nullable(epochMs),
  grantedBy: v.nullable(v.picklist(GRANTORS)),
  /** When Microsoft turned down what had been granted before; null again with the next yes. */
  revokedAt: v.nullable(epochMs),
  isPaused: v.boolean(),
  lastUsedAt: v.nullable(epochMs),
  uses: count,
});

/** One permission in an account's ledger. Times are epoch milliseconds. */
export type LedgerEntry = v.InferOutput<typeof EntryShape>;

/** What happened in a quarter of an hour, in this order: tokens from the cache, renewals, windows, Graph calls. */
export const ACTIVITIES = ['token', 'renewal', 'window', 'graph'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** The length of one step of the time line. */
export const STEP_MS = 15 * 60_000;

const StepShape = v.object({
  from: epochMs,
  ...v.entriesFromList(ACTIVITIES, count),
});

/** One step of the time line: when it began (epoch ms), and how often each thing happened in it. */
export type ActivityStep = v.InferOutput<typeof StepShape>;

/** The ledger of one account as it is stored. The keys of `entries` are scopes; some may be unknown to Lanyard. */
export const LedgerShape = v.object({
  entries: v.record(v.string(), EntryShape),
  steps: v.array(StepShape),
});
export type LedgerRecord = v.InferOutput<typeof LedgerShape>;

/** A line of the ledger as a page shows it. */
export interface LedgerLine extends LedgerEntry {
  scope: string;
  /** Null: granted by somebody and never asked for by Lanyard; of use only where it covers what Lanyard needs. */
  permission: Permission | null;
  /** Until when a token in hand carries it, epoch ms; null: none does. */
  carriedUntil: number | null;
}

/** What was asked for, for what, what came of it, and what Lanyard did in the last 24 hours. */
export interface LedgerView {
  lines: LedgerLine[];
  steps: ActivityStep[];
}

/** What an administrator needs to say yes for an organisation: Microsoft's page for exactly these permissions. */
export interface ApprovalRequest {
  purpose: Purpose;
  permissions: Permission[];
  link: string;
}
