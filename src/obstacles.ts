import * as v from 'valibot';
import { type AppError, REASONS, type Reason } from './errors.ts';
import type { WordKey } from './words.ts';

/** What a person can do about an obstacle. There is never more than one thing. */
export type Action = 'sign-in' | 'try-again' | 'choose-account' | 'none';

/** How an obstacle looks: a person's own decision is only information. */
export type Severity = 'info' | 'warning' | 'error';

/**
 * What stands between a person and the data. Holds no secret: it goes to pages and to storage. `detail` is a
 * short reference for support, such as `AADSTS9002326`; before `retryAt` (epoch ms) trying again is pointless;
 * `picked` is the account that was chosen in place of the expected one.
 */
export type Obstacle = v.InferOutput<typeof ObstacleShape>;

/** An obstacle as it crosses a message or comes out of storage. */
export const ObstacleShape = v.object({
  reason: v.picklist(REASONS),
  detail: v.exactOptional(v.string()),
  retryAt: v.exactOptional(v.number()),
  picked: v.exactOptional(v.string()),
});

interface Presentation {
  severity: Severity;
  title: WordKey;
  text: WordKey;
  action: Action;
}

const OBSTACLES: Record<Reason, Presentation> = {
  'not-configured': {
    severity: 'warning',
    title: 'notConfiguredTitle',
    text: 'notConfiguredText',
    action: 'none',
  },
  'unsupported-browser': {
    severity: 'warning',
    title: 'unsupportedBrowserTitle',
    text: 'unsupportedBrowserText',
    action: 'none',
  },
  declined: { severity: 'info', title: 'declinedTitle', text: 'declinedText', action: 'sign-in' },
  cancelled: { severity: 'info', title: 'cancelledTitle', text: 'cancelledText', action: 'sign-in' },
  'window-closed': {
    severity: 'info',
    title: 'windowClosedTitle',
    text: 'windowClosedText',
    action: 'sign-in',
  },
  'window-already-open': {
    severity: 'info',
    title: 'windowAlreadyOpenTitle',
    text: 'windowAlreadyOpenText',
    action: 'sign-in',
  },
  'timed-out': { severity: 'warning', title: 'timedOutTitle', text: 'timedOutText', action: 'sign-in' },
  interrupted: { severity: 'warning', title: 'interruptedTitle', text: 'interruptedText', action: 'sign-in' },
  offline: { severity: 'warning', title: 'offlineTitle', text: 'offlineText', action: 'try-again' },
  'network-sign-in': {
    severity: 'warning',
    title: 'networkSignInTitle',
    text: 'networkSignInText',
    action: 'try-again',
  },
  'microsoft-unavailable': {
    severity: 'warning',
    title: 'microsoftUnavailableTitle',
    text: 'microsoftUnavailableText',
    action: 'try-again',
  },
  throttled: { severity: 'warning', title: 'throttledTitle', text: 'throttledText', action: 'try-again' },
  unverified: { severity: 'error', title: 'unverifiedTitle', text: 'unverifiedText', action: 'sign-in' },
  'partly-granted': {
    severity: 'info',
    title: 'partlyGrantedTitle',
    text: 'partlyGrantedText',
    action: 'sign-in',
  },
  'sign-in-needed': {
    severity: 'warning',
    title: 'signInNeededTitle',
    text: 'signInNeededText',
    action: 'sign-in',
  },
  'registration-wrong': {
    severity: 'error',
    title: 'registrationWrongTitle',
    text: 'registrationWrongText',
    action: 'none',
  },
  'wrong-account': {
    severity: 'warning',
    title: 'wrongAccountTitle',
    text: 'wrongAccountText',
    action: 'choose-account',
  },
  'clock-wrong': { severity: 'warning', title: 'clockWrongTitle', text: 'clockWrongText', action: 'sign-in' },
  'loop-stopped': {
    severity: 'warning',
    title: 'loopStoppedTitle',
    text: 'loopStoppedText',
    action: 'try-again',
  },
  'vault-lost': { severity: 'warning', title: 'vaultLostTitle', text: 'vaultLostText', action: 'sign-in' },
  'not-kept': { severity: 'info', title: 'notKeptTitle', text: 'notKeptText', action: 'none' },
  'no-access': { severity: 'warning', title: 'noAccessTitle', text: 'noAccessText', action: 'none' },
  unexpected: { severity: 'error', title: 'unexpectedTitle', text: 'unexpectedText', action: 'try-again' },
};

/** The words for an obstacle and the one thing to do about it. */
export function presentObstacle(reason: Reason): Presentation {
  return OBSTACLES[reason];
}

/** An expected failure as pages and storage see it: without cause, stack or server texts. */
export function toObstacle({ reason, detail, retryAt, picked }: AppError): Obstacle {
  return {
    reason,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(picked === undefined ? {} : { picked }),
  };
}
