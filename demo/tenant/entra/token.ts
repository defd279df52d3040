import type { Context, Next } from 'koa';
import { hold } from '../control.ts';
import { findAuthority } from './authorities.ts';
import { translateTokenFailure } from './core-failures.ts';
import { createTrace, describeTokenError, EntraError } from './errors.ts';
import { failures } from './failures.ts';
import { readForm } from './form.ts';
import type { Outcomes } from './outcomes.ts';
import { corePaths } from './paths.ts';
import type { EntraSetting } from './setting.ts';
import { composeTokenAnswer } from './token-answer.ts';

/** The rules about where a redemption may come from (Microsoft, "Authorization code flow": redirect URIs for SPAs). */
function checkOrigin(origin: string, platform: 'spa' | 'native'): void {
  if (platform === 'spa' && !origin) {
    throw new EntraError(
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  if (platform === 'native' && origin) {
    throw new EntraError(
      'invalid_request',
      9002326,
      `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
    );
  }
}

function allowOrigin(ctx: Context): void {
  ctx.vary('Origin');
  if (ctx.get('Origin')) ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'));
  ctx.set('Access-Control-Allow-Methods', 'POST, OPTIONS');
}

/** Set last, over the core's own. */
const forbidCaching = (ctx: Context) =>
  ctx.set({ 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache', Expires: '-1' });

async function answerCanned(ctx: Context, { workings }: EntraSetting): Promise<boolean> {
  const canned = workings.faults.token;
  if (!canned) return false;
  noteForm(ctx, workings.log, Object.fromEntries(await readForm(ctx.req)));
  ctx.status = canned.status;
  ctx.body = typeof canned.body === 'string' ? canned.body : JSON.stringify(canned.body);
  ctx.type = typeof canned.body === 'string' ? 'html' : 'json';
  ctx.set({ ...canned.headers });
  return true;
}

function noteForm(ctx: Context, log: EntraSetting['workings']['log'], form: Record<string, unknown>): void {
  const { grant_type: grantType, scope } = form;
  log.note(ctx.req, {
    ...(typeof grantType === 'string' ? { grantType } : {}),
    ...(typeof scope === 'string' ? { scopes: scope } : {}),
  });
}

/** The token endpoint: the core redeems, Entra's rules, errors and answers are laid around it. */
export function serveToken(setting: EntraSetting, outcomes: Outcomes) {
  const { workings } = setting;

  async function redeem(ctx: Context, next: Next, segment: string): Promise<Record<string, unknown>> {
    const authority = findAuthority(segment);
    if (!authority) throw failures.unknownTenant(segment);
    checkOrigin(ctx.get('Origin'), workings.faults.platform);
    ctx.path = corePaths.token;
    await next();
    const outcome = outcomes.of(ctx.req);
    const form = outcome?.oidc.body ?? {};
    noteForm(ctx, workings.log, form);
    if (!outcome || outcome.failure) {
      throw translateTokenFailure(outcome?.failure ?? new Error('unanswered'), String(form.client_id ?? ''));
    }
    return composeTokenAnswer(setting, authority, outcome.oidc, ctx.body);
  }

  return async (ctx: Context, next: Next, segment: string): Promise<void> => {
    allowOrigin(ctx);
    if (ctx.method === 'OPTIONS') {
      ctx.set('Access-Control-Allow-Headers', ctx.get('Access-Control-Request-Headers'));
      ctx.status = 204;
      return;
    }
    workings.counters.token += 1;
    await hold(workings.faults.delay.token);
    if (await answerCanned(ctx, setting)) return;
    try {
      const answer = await redeem(ctx, next, segment);
      ctx.status = 200;
      ctx.body = answer;
      ctx.set('x-ms-clitelem', '1,0,0,,');
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      const requestId = ctx.query['client-request-id'];
      ctx.status = 400;
      ctx.body = describeTokenError(
        error,
        createTrace(workings.clock.now(), typeof requestId === 'string' ? requestId : undefined),
      );
      ctx.set('x-ms-clitelem', `1,${error.aadsts},0,,`);
    }
    forbidCaching(ctx);
  };
}
