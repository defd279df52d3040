import type { Context } from 'koa';
import type { Person } from '../people.ts';
import { translateAuthorizeFailure } from './core-failures.ts';
import { describeRedirectError, type EntraError, type Trace } from './errors.ts';
import { refusals } from './interaction.ts';
import { errorPage } from './pages/error.ts';
import type { Page } from './pages/layout.ts';
import { describeAsked, parseScopes } from './scopes.ts';

/** The parameters of a request, as the core has read them or as they came. */
type Params = Readonly<Record<string, unknown>>;

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const cancelled = { error: 'access_denied', error_subcode: 'cancel' };

/** The app's address with an answer, in the fragment or in the query as it asked. */
function addressOf(params: Params, answer: Record<string, string>): string {
  const encoded = new URLSearchParams({ ...answer, ...(params.state ? { state: text(params.state) } : {}) });
  const target = text(params.redirect_uri);
  // Entra ends a query answer with an empty fragment, so that one left by the app is not carried over.
  const isFragment = params.response_mode === 'fragment';
  return isFragment ? `${target}#${encoded}` : `${target}${target.includes('?') ? '&' : '?'}${encoded}#`;
}

/** Sends an answer to the app. */
export function redirectWith(ctx: Context, params: Params, answer: Record<string, string>): void {
  ctx.body = null;
  ctx.redirect(addressOf(params, answer));
}

/** The answer to a request to the administrator (Microsoft, "Admin consent on the identity platform"). */
export const describeAdminConsent = ({ tid }: Person, scope: string): Record<string, string> => ({
  admin_consent: 'True',
  tenant: tid,
  scope: describeAsked(parseScopes(scope).known),
});

/** Whether a refusal is somebody's who went away from the pages. */
export const isCancelled = (failure: Error): boolean =>
  'error_description' in failure && failure.error_description === refusals.cancelled.error_description;

/** The error parameters of a refusal; a cancelled sign-in has a subcode and no description. */
export function describeRefusal(
  failure: Error,
  clientId: string,
  trace: Trace,
  isForAdmin: boolean,
): Record<string, string> {
  const prefix = isForAdmin ? { admin_consent: 'True' } : {};
  if (isCancelled(failure)) return { ...prefix, ...cancelled };
  const translated = translateAuthorizeFailure(failure, clientId);
  const described = { ...prefix, ...describeRedirectError(translated, trace) };
  const isDeclined = isForAdmin && translated.error === 'access_denied';
  return isDeclined ? { ...described, error: 'consent_required' } : described;
}

/** The page of a failure that the app is not told, with the way back where Entra's page has one. */
export function failurePage(failure: EntraError, trace: Trace, params: Params): Page {
  const href = addressOf(params, cancelled);
  const wayBack = { href, text: 'Return to the app without granting consent', hook: 'cancel' };
  return errorPage(failure, trace, failure.delivery.leadsBack ? wayBack : undefined);
}
