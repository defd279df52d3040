import type { Context, Next } from 'koa';
import type { Fault } from '../faults.ts';
import { cutShort, fallSilent, hold, isCanned, isSilent } from '../interference.ts';
import { findAuthority } from './authorities.ts';
import { answerCanned } from './canned.ts';
import { translateTokenFailure } from './core-failures.ts';
import { createTrace, describeTokenError, EntraError } from './errors.ts';
import { failures } from './failures.ts';
import type { Outcomes } from './outcomes.ts';
import { corePaths } from './paths.ts';
import type { EntraSetting } from './setting.ts';
import { composeTokenAnswer } from './token-answer.ts';
import { chooseTokenFault, findAadsts } from './token-faults.ts';
import { createTokenForms } from './token-form.ts';
import { allowOrigin, answerPreflight, checkOrigin } from './token-origin.ts';

/** Set last, over the core's own. */
const forbidCaching = (ctx: Context) =>
  ctx.set({ 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache', Expires: '-1' });

/** The token endpoint: the core redeems, Entra's rules, errors and answers are laid around it. */
export function serveToken(setting: EntraSetting, outcomes: Outcomes) {
  const { workings } = setting;
  const forms = createTokenForms(setting);

  /** A failure that answers in the core's place, so that neither code nor token is spent. */
  async function findStanding(ctx: Context): Promise<EntraError | null> {
    if (setting.standing.isEmpty()) return null;
    const { person, grantType } = await forms.read(ctx);
    return setting.standing.find(person, 'token', grantType === 'refresh_token' ? 'refresh' : 'code');
  }

  async function redeem(ctx: Context, next: Next, segment: string): Promise<Record<string, unknown>> {
    const authority = findAuthority(segment);
    if (!authority) throw failures.unknownTenant(segment);
    checkOrigin(ctx.get('Origin'), workings.faults.platform);
    const standing = await findStanding(ctx);
    if (standing) throw standing;
    ctx.path = corePaths.token;
    await next();
    const outcome = outcomes.of(ctx.req);
    const form = outcome?.oidc.body ?? {};
    forms.note(ctx, form);
    if (!outcome || outcome.failure) {
      throw translateTokenFailure(outcome?.failure ?? new Error('unanswered'), String(form.client_id ?? ''));
    }
    return composeTokenAnswer(setting, authority, outcome.oidc, ctx.body);
  }

  async function answer(ctx: Context, next: Next, segment: string): Promise<void> {
    try {
      const answered = await redeem(ctx, next, segment);
      ctx.status = 200;
      ctx.body = answered;
      ctx.set('x-ms-clitelem', '1,0,0,,');
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      const requestId = ctx.query['client-request-id'];
      ctx.status = error.delivery.status;
      ctx.set({ ...error.delivery.headers });
      ctx.body = describeTokenError(
        error,
        createTrace(workings.clock.now(), typeof requestId === 'string' ? requestId : undefined),
      );
      ctx.set('x-ms-clitelem', `1,${error.aadsts},0,,`);
    }
    forbidCaching(ctx);
  }

  async function answerFaulty(ctx: Context, next: Next, segment: string, fault: Fault | null): Promise<void> {
    if (isCanned(fault)) {
      await forms.read(ctx);
      answerCanned(ctx, fault);
      forms.noteFailure(ctx, findAadsts(fault.body));
      return;
    }
    await answer(ctx, next, segment);
    forms.noteFailure(ctx, findAadsts(ctx.body));
    if (fault === 'truncate') ctx.body = cutShort(JSON.stringify(ctx.body));
  }

  return async (ctx: Context, next: Next, segment: string): Promise<void> => {
    allowOrigin(ctx);
    if (answerPreflight(ctx)) return;
    workings.counters.token += 1;
    await hold(workings.faults.delay.token);
    const fault = await chooseTokenFault(workings, () => forms.read(ctx));
    if (isSilent(fault)) {
      await forms.read(ctx);
      ctx.respond = false;
      await fallSilent(fault, ctx.res);
    } else await answerFaulty(ctx, next, segment, fault);
  };
}
