import * as v from 'valibot';
import { type AppError, GUID, REASONS, type Reason } from './errors.ts';
import { PURPOSE_NAMES } from './purposes.ts';
import { wordAbout } from './word-names.ts';
import type { WordKey } from './words.ts';

/** What a person can do about an obstacle. There is never more than one thing. */
export type Action =
  | 'sign-in'
  | 'try-again'
  | 'choose-account'
  | 'allow'
  | 'ask-administrator'
  | 'resume'
  | 'none';

/** How an obstacle looks: a person's own decision is only information. */
export type Severity = 'info' | 'warning' | 'error';

/**
 * What may be tried without the person: Microsoft's own session in the browser, at once; the same again, after a
 * while; nothing.
 */
export type Silence = 'browser-session' | 'later' | 'no';

/** How Microsoft's page has to be asked so that it removes the obstacle (OpenID Connect Core §3.1.2.1). */
export type Prompt = 'login' | 'select_account';

const guid = v.pipe(v.string(), v.regex(GUID));

const IncidentShape = v.object({
  correlationId: v.exactOptional(guid),
  traceId: v.exactOptional(guid),
  at: v.number(),
});

/**
 * What stands between a person and the data. Holds no secret: it goes to pages and to storage. `detail` is a
 * short reference for support, such as `AADSTS9002326`; before `retryAt` (epoch ms) trying again is pointless;
 * `picked` is the account that was chosen in place of the expected one; `purpose` is what cannot be done; `of` is what
 * Microsoft's window had been opened for, where it stands for how that ended.
 */
export type Obstacle = v.InferOutput<typeof ObstacleShape>;

/** An obstacle as it crosses a message or comes out of storage. */
export const ObstacleShape = v.object({
  reason: v.picklist(REASONS),
  detail: v.exactOptional(v.string()),
  incident: v.exactOptional(IncidentShape),
  retryAt: v.exactOptional(v.number()),
  picked: v.exactOptional(v.string()),
  purpose: v.exactOptional(v.picklist(PURPOSE_NAMES)),
  of: v.exactOptional(v.picklist(['new', 'again', 'add', 'approve'])),
});

interface Standing {
  severity: Severity;
  action: Action;
  silence: Silence;
  prompt: Prompt | null;
}

interface Presentation extends Standing {
  title: WordKey;
  text: WordKey;
}

function stands(
  severity: Severity,
  action: Action,
  silence: Silence = 'no',
  prompt: Prompt | null = null,
): Standing {
  return { severity, action, silence, prompt };
}

/**
 * For each reason: how bad it is, the one thing to do, what may be tried in silence, and the `prompt` of
 * the request that removes it. Microsoft's page is always given the scopes of what failed, the account's hint (save
 * with `select_account`) and the claims that came with the failure, if any did.
 */
const OBSTACLES: Record<Reason, Standing> = {
  'not-configured': stands('warning', 'none'),
  'unsupported-browser': stands('warning', 'none'),
  'private-window': stands('warning', 'none'),
  'clock-wrong': stands('warning', 'sign-in'),
  'vault-lost': stands('warning', 'sign-in'),
  'not-kept': stands('info', 'none'),
  cancelled: stands('info', 'sign-in'),
  'window-closed': stands('info', 'sign-in'),
  'window-already-open': stands('info', 'sign-in'),
  'timed-out': stands('warning', 'sign-in'),
  interrupted: stands('warning', 'sign-in'),
  unverified: stands('error', 'sign-in'),
  'wrong-account': stands('warning', 'choose-account'),
  'consent-missing': stands('info', 'allow'),
  'consent-revoked': stands('info', 'allow'),
  postponed: stands('info', 'allow'),
  declined: stands('info', 'allow'),
  'partly-granted': stands('info', 'allow'),
  'approval-needed': stands('warning', 'ask-administrator'),
  'approval-likely': stands('info', 'ask-administrator'),
  paused: stands('info', 'resume'),
  // What the browser asks for, a page has to ask it: no window of Microsoft's helps.
  'notifications-off': stands('info', 'none'),
  'session-ended': stands('warning', 'sign-in', 'browser-session'),
  'refresh-token-expired': stands('info', 'sign-in', 'browser-session'),
  'sign-in-revoked': stands('warning', 'sign-in'),
  'password-changed': stands('warning', 'sign-in', 'no', 'login'),
  'password-expired': stands('warning', 'sign-in'),
  'fresh-sign-in-required': stands('warning', 'sign-in', 'no', 'login'),
  'extra-check': stands('warning', 'sign-in'),
  'device-policy': stands('warning', 'sign-in'),
  'blocked-by-policy': stands('warning', 'sign-in'),
  'not-assigned': stands('warning', 'sign-in'),
  'account-disabled': stands('error', 'none'),
  'account-gone': stands('error', 'sign-in', 'no', 'select_account'),
  'account-not-in-tenant': stands('warning', 'sign-in', 'no', 'select_account'),
  'no-access': stands('warning', 'none'),
  'registration-wrong': stands('error', 'none'),
  'platform-wrong': stands('error', 'none'),
  'app-unavailable': stands('error', 'none'),
  'tenant-unknown': stands('error', 'none'),
  offline: stands('warning', 'try-again', 'later'),
  'network-sign-in': stands('warning', 'try-again', 'later'),
  'microsoft-unavailable': stands('warning', 'try-again', 'later'),
  throttled: stands('warning', 'try-again', 'later'),
  'loop-stopped': stands('warning', 'try-again', 'later'),
  'not-found': stands('info', 'none'),
  'not-answered': stands('warning', 'try-again'),
  unexpected: stands('error', 'try-again'),
};

/** The words for an obstacle and the one thing to do about it. A reason without words does not compile. */
export function presentObstacle(reason: Reason): Presentation {
  return {
    ...OBSTACLES[reason],
    title: wordAbout(reason, 'Title'),
    text: wordAbout(reason, 'Text'),
  };
}

/** An expected failure as pages and storage see it: without cause, stack, claims or server texts. */
export function toObstacle({ reason, detail, incident, retryAt, picked, purpose }: AppError): Obstacle {
  return {
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(incident === undefined ? {} : { incident: withoutGaps(incident) }),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(picked === undefined ? {} : { picked }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

function withoutGaps({ correlationId, traceId, at }: NonNullable<AppError['incident']>) {
  return {
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(traceId === undefined ? {} : { traceId }),
    at,
  };
}
