import type { Context, Next } from 'koa';
import type Provider from 'oidc-provider';
import { fallSilent, hold, isCanned, isSilent } from '../interference.ts';
import { prepareAuthorize, readWish, wishParameter } from './authorize-request.ts';
import { sidOf } from './browser-sessions.ts';
import { answerCanned } from './canned.ts';
import { translateAuthorizeFailure } from './core-failures.ts';
import { createTrace, describeRedirectError, type EntraError, type Trace } from './errors.ts';
import { refusals } from './interaction.ts';
import { clientInfoOf } from './mint.ts';
import type { Outcomes } from './outcomes.ts';
import { errorPage } from './pages/error.ts';
import type { Page } from './pages/layout.ts';
import { corePaths } from './paths.ts';
import { type EntraSetting, personOf } from './setting.ts';
import { byPassword } from './sign-in-step.ts';

/** Gives the core's answer Entra's fields, notes who signed in, and keeps the code for canary searches. */
export function dressAuthorize(provider: Provider, setting: EntraSetting): void {
  const { sessions, workings } = setting;
  provider.on('interaction.ended', ({ oidc: { session, result } }) => {
    if (!session?.accountId || !result?.login?.amr?.includes(byPassword)) return;
    sessions.begin(session.uid, personOf(setting, session.accountId));
  });
  provider.on('authorization.success', ({ oidc: { session, params } }, answer) => {
    if (!session || !answer) return;
    const person = personOf(setting, session.accountId);
    const { code, state } = answer;
    workings.secrets.add(String(code));
    for (const name of Object.keys(answer)) delete answer[name];
    Object.assign(answer, {
      code,
      client_info: params?.client_info === '1' ? clientInfoOf(person) : undefined,
      state,
      session_state: sidOf(session.uid, person),
    });
  });
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Sends an answer to the app, in the fragment or in the query as it asked. */
function redirectWith(ctx: Context, params: Record<string, unknown>, answer: Record<string, string>): void {
  const encoded = new URLSearchParams({
    ...answer,
    ...(params.state ? { state: text(params.state) } : {}),
  });
  const target = text(params.redirect_uri);
  // Entra ends a query answer with an empty fragment, so that one left by the app is not carried over.
  const isFragment = params.response_mode === 'fragment';
  const url = isFragment ? `${target}#${encoded}` : `${target}${target.includes('?') ? '&' : '?'}${encoded}#`;
  ctx.body = null;
  ctx.redirect(url);
}

/** The error parameters of a refusal; a cancelled sign-in has a subcode and no description. */
function describe(failure: Error, clientId: string, trace: Trace): Record<string, string> {
  const { error_description: cancelled } = refusals.cancelled;
  if ('error_description' in failure && failure.error_description === cancelled) {
    return { error: 'access_denied', error_subcode: 'cancel' };
  }
  return describeRedirectError(translateAuthorizeFailure(failure, clientId), trace);
}

/** The authorization endpoint: Entra's own refusals first, then the core, then Entra's form of the core's answer. */
export function serveAuthorize(setting: EntraSetting, outcomes: Outcomes) {
  const { workings, clientId } = setting;

  async function throughCore(ctx: Context, next: Next): Promise<Page | null> {
    await next();
    const outcome = outcomes.of(ctx.req);
    if (!outcome) return null;
    const { failure, oidc } = outcome;
    const params = oidc.params ?? {};
    const trace = createTrace(workings.clock.now(), readWish(text(params[wishParameter])).requestId);
    const isRedirect = ctx.status === 302 || ctx.status === 303;
    if (failure && isRedirect) redirectWith(ctx, params, describe(failure, clientId, trace));
    else if (failure) return errorPage(translateAuthorizeFailure(failure, clientId), trace);
    else if (isRedirect && params.response_mode !== 'fragment')
      ctx.redirect(`${ctx.response.get('Location')}#`);
    if (isRedirect) ctx.status = 302;
    return null;
  }

  async function begin(ctx: Context, next: Next, segment: string): Promise<Page | null> {
    workings.counters.authorize += 1;
    workings.log.note(ctx.req, { scopes: text(ctx.query.scope) });
    await hold(workings.faults.delay.authorize);
    const { authorize: fault } = workings.faults;
    if (isSilent(fault)) {
      ctx.respond = false;
      await fallSilent(fault, ctx.res);
      return null;
    }
    if (isCanned(fault)) {
      answerCanned(ctx, fault);
      return null;
    }
    return answer(ctx, next, segment);
  }

  async function answer(ctx: Context, next: Next, segment: string): Promise<Page | null> {
    const trace = createTrace(workings.clock.now(), text(ctx.query['client-request-id']));
    const prepared = prepareAuthorize(ctx.query, segment, setting);
    if ('query' in prepared) {
      ctx.path = corePaths.authorize;
      ctx.query = prepared.query;
      return throughCore(ctx, next);
    }
    const { failure, isForPage }: { failure: EntraError; isForPage: boolean } = prepared;
    if (isForPage) return errorPage(failure, trace);
    redirectWith(ctx, ctx.query, describeRedirectError(failure, trace));
    return null;
  }

  return { begin, resume: throughCore };
}
