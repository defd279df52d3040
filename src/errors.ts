import type { Purpose } from './purposes.ts';

/**
 * Every way a request can end without its data. Closed on purpose: `obstacles.ts` must hold words and an
 * action for each, so a new reason without them does not compile.
 */
export const REASONS = [
  // This build, this browser, this computer
  'not-configured',
  'unsupported-browser',
  'private-window',
  'clock-wrong',
  'vault-lost',
  'not-kept',
  // What became of Microsoft's window
  'cancelled',
  'window-closed',
  'window-already-open',
  'timed-out',
  'interrupted',
  'unverified',
  'wrong-account',
  // Consent
  'consent-missing',
  'consent-revoked',
  'postponed',
  'declined',
  'partly-granted',
  'approval-needed',
  'approval-likely',
  'paused',
  // What the browser has to allow
  'notifications-off',
  // The person must come back
  'session-ended',
  'refresh-token-expired',
  'sign-in-revoked',
  'password-changed',
  'password-expired',
  'fresh-sign-in-required',
  'extra-check',
  // What only an organisation can change
  'device-policy',
  'blocked-by-policy',
  'not-assigned',
  'account-disabled',
  'account-gone',
  'account-not-in-tenant',
  'no-access',
  // Set up wrongly
  'registration-wrong',
  'platform-wrong',
  'app-unavailable',
  'tenant-unknown',
  // The network, and Microsoft's side
  'offline',
  'network-sign-in',
  'microsoft-unavailable',
  'throttled',
  'loop-stopped',
  'not-found',
  'not-answered',
  'unexpected',
] as const;

/** Why something did not come about; one of a closed set. */
export type Reason = (typeof REASONS)[number];

/** An id as Microsoft gives them out; any other text in its place was written by whoever answered. */
export const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readGuid(text: string | null | undefined): string | undefined {
  return text && GUID.test(text) ? text : undefined;
}

/** What helps support to find it in Microsoft's logs. GUIDs and a time (epoch ms); nothing that signs anyone in. */
export interface Incident {
  correlationId?: string | undefined;
  traceId?: string | undefined;
  at: number;
}

interface AppErrorOptions {
  cause?: unknown;
  detail?: string | undefined;
  incident?: Incident | undefined;
  retryAt?: number | undefined;
  picked?: string | undefined;
  purpose?: Purpose | undefined;
  claims?: string | undefined;
}

/**
 * An expected failure. Branch on `reason`, never on the text: the text is for developers and is not shown.
 * `detail` is a short public reference (an AADSTS number, an HTTP status) that may be shown and copied; it
 * never holds a token, a code or a description written by a server. `retryAt` is epoch milliseconds. `picked` is
 * the user name of an account that was chosen where another was expected. `purpose` is what it stood in the way
 * of. `claims` is what Microsoft wants the next request to carry (JSON); it stays in the background.
 */
export class AppError extends Error {
  readonly reason: Reason;
  readonly detail: string | undefined;
  readonly incident: Incident | undefined;
  readonly retryAt: number | undefined;
  readonly picked: string | undefined;
  readonly purpose: Purpose | undefined;
  readonly claims: string | undefined;

  constructor(reason: Reason, options: AppErrorOptions = {}) {
    super(reason, { cause: options.cause });
    this.name = 'AppError';
    this.reason = reason;
    this.detail = options.detail;
    this.incident = options.incident;
    this.retryAt = options.retryAt;
    this.picked = options.picked;
    this.purpose = options.purpose;
    this.claims = options.claims;
  }

  /** The same, said of what was being done. */
  during(purpose: Purpose): AppError {
    return this.purpose ? this : new AppError(this.reason, { ...this, cause: this.cause, purpose });
  }
}

/** What was thrown, as an AppError: anything that is not one already is a bug, and is called `unexpected`. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('unexpected', { cause: thrown });
}
