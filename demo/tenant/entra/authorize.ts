import type { Context, Next } from 'koa';
import { fallSilent, hold, isCanned, isSilent } from '../interference.ts';
import { prepareAdminConsent } from './admin-consent-request.ts';
import { type CoreRequest, prepareAuthorize, type Refusal } from './authorize-request.ts';
import { answerCanned } from './canned.ts';
import { findHinted } from './choose-account.ts';
import { translateAuthorizeFailure } from './core-failures.ts';
import { createTrace, describeRedirectError, type EntraError } from './errors.ts';
import type { Outcomes } from './outcomes.ts';
import type { Page } from './pages/layout.ts';
import { corePaths } from './paths.ts';
import { describeRefusal, failurePage, isCancelled, redirectWith } from './redirect-answer.ts';
import type { EntraSetting } from './setting.ts';
import { readWish, wishParameter } from './wish.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The authorization endpoint: Entra's own refusals first, then the core, then Entra's form of the core's answer. */
export function serveAuthorize(setting: EntraSetting, outcomes: Outcomes) {
  const { workings, clientId, people, standing } = setting;

  async function throughCore(ctx: Context, next: Next): Promise<Page | null> {
    await next();
    const outcome = outcomes.of(ctx.req);
    if (!outcome) return null;
    const { failure, oidc } = outcome;
    const params = oidc.params ?? {};
    const { requestId, ticket, adminScope } = readWish(params[wishParameter]);
    const trace = createTrace(workings.clock.now(), requestId);
    const isRedirect = ctx.status === 302 || ctx.status === 303;
    if (failure) {
      const translated = translateAuthorizeFailure(failure, clientId);
      if (!isCancelled(failure)) workings.log.noteByTicket(ticket, { aadsts: translated.aadsts });
      if (!isRedirect) return failurePage(translated, trace, params);
      redirectWith(ctx, params, describeRefusal(failure, clientId, trace, adminScope !== ''));
    } else if (isRedirect && params.response_mode !== 'fragment') {
      ctx.redirect(`${ctx.response.get('Location')}#`);
    }
    if (isRedirect) ctx.status = 302;
    return null;
  }

  /** A failure that answers before anybody has signed in: everybody's, or that of whoever the app names. */
  function findStanding({ query }: CoreRequest): EntraError | null {
    const { prompt, hint, adminScope } = readWish(query[wishParameter]);
    const hinted = hint === '' ? undefined : findHinted(people, hint);
    return adminScope ? null : standing.find(hinted ?? null, prompt === 'none' ? 'silent' : 'window');
  }

  function refuse(ctx: Context, failure: EntraError, isForPage: boolean): Page | null {
    const trace = createTrace(workings.clock.now(), text(ctx.query['client-request-id']));
    workings.log.note(ctx.req, { aadsts: failure.aadsts });
    if (isForPage) return failurePage(failure, trace, ctx.query);
    redirectWith(ctx, ctx.query, describeRedirectError(failure, trace));
    return null;
  }

  async function answer(ctx: Context, next: Next, prepared: Refusal | CoreRequest): Promise<Page | null> {
    if ('failure' in prepared) return refuse(ctx, prepared.failure, prepared.isForPage);
    const failure = findStanding(prepared);
    if (failure) return refuse(ctx, failure, failure.delivery.isForPage);
    ctx.path = corePaths.authorize;
    ctx.query = prepared.query;
    return throughCore(ctx, next);
  }

  const begun = (ctx: Context): string => {
    workings.log.note(ctx.req, { scopes: text(ctx.query.scope) });
    return workings.log.ticketOf(ctx.req);
  };

  return {
    async begin(ctx: Context, next: Next, segment: string): Promise<Page | null> {
      workings.counters.authorize += 1;
      const ticket = begun(ctx);
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
      return answer(ctx, next, prepareAuthorize(ctx.query, segment, setting, ticket));
    },
    beginAdminConsent(ctx: Context, next: Next, segment: string): Promise<Page | null> {
      return answer(ctx, next, prepareAdminConsent(ctx.query, segment, setting, begun(ctx)));
    },
    /** Goes on after a page. */
    resume: throughCore,
  };
}
