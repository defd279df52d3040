import * as v from 'valibot';
import { type AppError, GUID, REASONS, type Reason } from './errors.ts';
import { PURPOSE_NAMES } from './purposes.ts';
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

interface Presentation {
  severity: Severity;
  title: WordKey;
  text: WordKey;
  action: Action;
  silence: Silence;
  prompt: Prompt | null;
}

function stands(
  title: WordKey,
  text: WordKey,
  severity: Severity,
  action: Action,
  silence: Silence = 'no',
  prompt: Prompt | null = null,
): Presentation {
  return { severity, title, text, action, silence, prompt };
}

/**
 * For each reason: its words, how bad it is, the one thing to do, what may be tried in silence, and the `prompt` of
 * the request that removes it. Microsoft's page is always given the scopes of what failed, the account's hint (save
 * with `select_account`) and the claims that came with the failure, if any did.
 */
const OBSTACLES: Record<Reason, Presentation> = {
  'not-configured': stands('notConfiguredTitle', 'notConfiguredText', 'warning', 'none'),
  'unsupported-browser': stands('unsupportedBrowserTitle', 'unsupportedBrowserText', 'warning', 'none'),
  'private-window': stands('privateWindowTitle', 'privateWindowText', 'warning', 'none'),
  'clock-wrong': stands('clockWrongTitle', 'clockWrongText', 'warning', 'sign-in'),
  'vault-lost': stands('vaultLostTitle', 'vaultLostText', 'warning', 'sign-in'),
  'not-kept': stands('notKeptTitle', 'notKeptText', 'info', 'none'),
  cancelled: stands('cancelledTitle', 'cancelledText', 'info', 'sign-in'),
  'window-closed': stands('windowClosedTitle', 'windowClosedText', 'info', 'sign-in'),
  'window-already-open': stands('windowAlreadyOpenTitle', 'windowAlreadyOpenText', 'info', 'sign-in'),
  'timed-out': stands('timedOutTitle', 'timedOutText', 'warning', 'sign-in'),
  interrupted: stands('interruptedTitle', 'interruptedText', 'warning', 'sign-in'),
  unverified: stands('unverifiedTitle', 'unverifiedText', 'error', 'sign-in'),
  'wrong-account': stands('wrongAccountTitle', 'wrongAccountText', 'warning', 'choose-account'),
  'consent-missing': stands('consentMissingTitle', 'consentMissingText', 'info', 'allow'),
  'consent-revoked': stands('consentRevokedTitle', 'consentRevokedText', 'info', 'allow'),
  postponed: stands('postponedTitle', 'postponedText', 'info', 'allow'),
  declined: stands('declinedTitle', 'declinedText', 'info', 'allow'),
  'partly-granted': stands('partlyGrantedTitle', 'partlyGrantedText', 'info', 'allow'),
  'approval-needed': stands('approvalNeededTitle', 'approvalNeededText', 'warning', 'ask-administrator'),
  'approval-likely': stands('approvalLikelyTitle', 'approvalLikelyText', 'info', 'ask-administrator'),
  paused: stands('pausedTitle', 'pausedText', 'info', 'resume'),
  // What the browser asks for, a page has to ask it: no window of Microsoft's helps.
  'notifications-off': stands(
    'reminderNotificationsOffTitle',
    'reminderNotificationsOffText',
    'info',
    'none',
  ),
  'session-ended': stands('sessionEndedTitle', 'sessionEndedText', 'warning', 'sign-in', 'browser-session'),
  'refresh-token-expired': stands(
    'refreshTokenExpiredTitle',
    'refreshTokenExpiredText',
    'info',
    'sign-in',
    'browser-session',
  ),
  'sign-in-revoked': stands('signInRevokedTitle', 'signInRevokedText', 'warning', 'sign-in'),
  'password-changed': stands(
    'passwordChangedTitle',
    'passwordChangedText',
    'warning',
    'sign-in',
    'no',
    'login',
  ),
  'password-expired': stands('passwordExpiredTitle', 'passwordExpiredText', 'warning', 'sign-in'),
  'fresh-sign-in-required': stands(
    'freshSignInRequiredTitle',
    'freshSignInRequiredText',
    'warning',
    'sign-in',
    'no',
    'login',
  ),
  'extra-check': stands('extraCheckTitle', 'extraCheckText', 'warning', 'sign-in'),
  'device-policy': stands('devicePolicyTitle', 'devicePolicyText', 'warning', 'sign-in'),
  'blocked-by-policy': stands('blockedByPolicyTitle', 'blockedByPolicyText', 'warning', 'sign-in'),
  'not-assigned': stands('notAssignedTitle', 'notAssignedText', 'warning', 'sign-in'),
  'account-disabled': stands('accountDisabledTitle', 'accountDisabledText', 'error', 'none'),
  'account-gone': stands('accountGoneTitle', 'accountGoneText', 'error', 'sign-in', 'no', 'select_account'),
  'account-not-in-tenant': stands(
    'accountNotInTenantTitle',
    'accountNotInTenantText',
    'warning',
    'sign-in',
    'no',
    'select_account',
  ),
  'no-access': stands('noAccessTitle', 'noAccessText', 'warning', 'none'),
  'registration-wrong': stands('registrationWrongTitle', 'registrationWrongText', 'error', 'none'),
  'platform-wrong': stands('platformWrongTitle', 'platformWrongText', 'error', 'none'),
  'app-unavailable': stands('appUnavailableTitle', 'appUnavailableText', 'error', 'none'),
  'tenant-unknown': stands('tenantUnknownTitle', 'tenantUnknownText', 'error', 'none'),
  offline: stands('offlineTitle', 'offlineText', 'warning', 'try-again', 'later'),
  'network-sign-in': stands('networkSignInTitle', 'networkSignInText', 'warning', 'try-again', 'later'),
  'microsoft-unavailable': stands(
    'microsoftUnavailableTitle',
    'microsoftUnavailableText',
    'warning',
    'try-again',
    'later',
  ),
  throttled: stands('throttledTitle', 'throttledText', 'warning', 'try-again', 'later'),
  'loop-stopped': stands('loopStoppedTitle', 'loopStoppedText', 'warning', 'try-again', 'later'),
  'not-found': stands('notFoundTitle', 'notFoundText', 'info', 'none'),
  'not-answered': stands('notAnsweredTitle', 'notAnsweredText', 'warning', 'try-again'),
  unexpected: stands('unexpectedTitle', 'unexpectedText', 'error', 'try-again'),
};

/** The words for an obstacle and the one thing to do about it. */
export function presentObstacle(reason: Reason): Presentation {
  return OBSTACLES[reason];
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
