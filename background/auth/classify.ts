import { AppError, type Incident, type Reason, readGuid } from '../../src/errors.ts';
import { type AuthorizeAnswer, aadstsNumber } from './authorize-url.ts';
import { REASON_BY_ERROR, REASON_BY_SUBERROR, refine } from './failure-table.ts';

/** Microsoft wants no more than this many milliseconds of knocking after a loop (AADSTS50196): five minutes. */
const LOOP_PAUSE_MS = 5 * 60_000;

/** What a failure says of itself, on whatever way it came. */
interface Failure {
  error: string;
  suberror: string;
  /** The request that Microsoft wants instead, as JSON. */
  claims: string | undefined;
  /** `AADSTS50076`: for better words only. */
  number: string | undefined;
  incident: Incident;
}

/**
 * What a failed call of MSAL means. Decided on `error`, `suberror` and `claims` alone (Microsoft: "Handle errors and
 * exceptions in MSAL.js"). Of all the texts only numbers and GUIDs come along, or a name that is known here:
 * anything else may have been written by whoever answered. `claims` are those of the answer, where MSAL has dropped them.
 */
export function classify(thrown: unknown, claims = ''): AppError {
  if (thrown instanceof AppError) return thrown;
  const text = textOf(thrown, 'errorMessage');
  const failure: Failure = {
    error: textOf(thrown, 'errorCode'),
    suberror: textOf(thrown, 'subError'),
    claims: readClaims(textOf(thrown, 'claims') || claims),
    number: aadstsNumber(text) ?? numberOf(textOf(thrown, 'errorNo')),
    incident: readIncident(text, textOf(thrown, 'correlationId')),
  };
  return toError(failure, thrown);
}

/** What an error in the redirect means: a cancelled page is not a declined consent (`error_subcode`). */
export function classifyDenial(answer: AuthorizeAnswer): AppError {
  const { error, subcode, suberror, claims, number, description } = answer;
  if (error === 'access_denied' && subcode === 'cancel') return new AppError('cancelled');
  return toError({
    error: error ?? '',
    suberror,
    claims: readClaims(claims ?? ''),
    number,
    incident: readIncident(description),
  });
}

/**
 * Whether Microsoft has turned a refresh token down for good: `invalid_grant` (RFC 6749 §5.2) without a suberror, or
 * with `bad_token`. With any other suberror, or with claims, the token itself is sound, and only the person, a consent or a policy is
 * wanting. That MSAL finds it too old is no such thing: this computer's clock may be wrong, and MSAL does not send it
 * then. Nor is a loop that Microsoft has stopped.
 */
export function isPermanentRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof AppError) || thrown.reason === 'loop-stopped') return false;
  const name = textOf(thrown.cause, 'errorCode');
  const isRefused = name === 'invalid_grant' || name === 'bad_token';
  const suberror = textOf(thrown.cause, 'subError');
  return isRefused && (suberror === 'bad_token' || (suberror === '' && thrown.claims === undefined));
}

/** Whether MSAL could not read its own entries: it parses its lists of keys without a net. */
export function isDamage(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.reason === 'unexpected' && thrown.cause instanceof SyntaxError;
}

/**
 * What a failure means at the redemption of a code, where `invalid_grant` speaks of the code: it was used before, or
 * does not belong to this request, unless a number says more. The person has been at the window, and may begin anew.
 */
export function asRedemption(error: AppError): AppError {
  const isCodes = error.reason === 'session-ended' && isPermanentRefusal(error);
  return isCodes ? new AppError('interrupted', { ...error, cause: error.cause }) : error;
}

function toError({ error, suberror, claims, number, incident }: Failure, cause?: unknown): AppError {
  const base = REASON_BY_SUBERROR.get(suberror) ?? byClaims(error, claims) ?? REASON_BY_ERROR.get(error);
  const reason: Reason = base ? refine(base, number) : 'unexpected';
  return new AppError(reason, {
    cause,
    claims,
    incident,
    detail: number ?? (REASON_BY_ERROR.has(error) ? error : undefined),
    retryAt: reason === 'loop-stopped' ? incident.at + LOOP_PAUSE_MS : undefined,
  });
}

/** Where claims come along, there is a request that would be granted: the person has to take one more step. */
function byClaims(error: string, claims: string | undefined): Reason | undefined {
  return claims && REASON_BY_ERROR.get(error) === 'session-ended' ? 'extra-check' : undefined;
}

/** Entra writes both ids into its descriptions, MSAL hands the second on by itself. */
function readIncident(text: string, correlationId = ''): Incident {
  const find = (label: string) => readGuid(new RegExp(`${label}: ([0-9a-f-]{36})`, 'i').exec(text)?.[1]);
  const own = readGuid(correlationId);
  return { correlationId: find('Correlation ID') ?? own, traceId: find('Trace ID'), at: Date.now() };
}

const LONGEST_CLAIMS = 8 * 1024;

/** The `claims` of a failure: JSON text of an object, or of no use. */
function readClaims(text: string): string | undefined {
  if (text.length > LONGEST_CLAIMS) return undefined;
  try {
    const claims: unknown = JSON.parse(text);
    const isObject = typeof claims === 'object' && claims !== null && !Array.isArray(claims);
    return isObject && Object.keys(claims).length > 0 ? text : undefined;
  } catch {
    // Nothing, or not what Entra sends; the failure means the same without it.
    return undefined;
  }
}

function numberOf(digits: string): string | undefined {
  return /^\d{2,9}$/.test(digits) ? `AADSTS${digits}` : undefined;
}

function textOf(value: unknown, key: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof text === 'string' ? text : '';
}
