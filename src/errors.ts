/**
 * Every way a request can end without its data. Closed on purpose: `obstacles.ts` must hold words and an
 * action for each, so a new code without them does not compile.
 */
export const REASONS = [
  'not-configured',
  'unsupported-browser',
  'declined',
  'cancelled',
  'window-closed',
  'window-already-open',
  'timed-out',
  'interrupted',
  'offline',
  'network-sign-in',
  'microsoft-unavailable',
  'throttled',
  'unverified',
  'partly-granted',
  'wrong-account',
  'clock-wrong',
  'sign-in-needed',
  'registration-wrong',
  'loop-stopped',
  'vault-lost',
  'not-kept',
  'no-access',
  'unexpected',
] as const;

/** Why something did not come about; one of a closed set. */
export type Reason = (typeof REASONS)[number];

interface AppErrorOptions {
  cause?: unknown;
  detail?: string | undefined;
  retryAt?: number | undefined;
  picked?: string | undefined;
}

/**
 * An expected failure. Branch on `reason`, never on the text: the text is for developers and is not shown.
 * `detail` is a short public reference (an AADSTS number, an HTTP status) that may be shown and copied; it
 * never holds a token, a code or a description written by a server. `retryAt` is epoch milliseconds. `picked` is
 * the user name of an account that was chosen where another was expected.
 */
export class AppError extends Error {
  readonly reason: Reason;
  readonly detail: string | undefined;
  readonly retryAt: number | undefined;
  readonly picked: string | undefined;

  constructor(reason: Reason, options: AppErrorOptions = {}) {
    super(reason, { cause: options.cause });
    this.name = 'AppError';
    this.reason = reason;
    this.detail = options.detail;
    this.retryAt = options.retryAt;
    this.picked = options.picked;
  }
}

/** What was thrown, as an AppError: anything that is not one already is a bug, and is called `unexpected`. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('unexpected', { cause: thrown });
}
