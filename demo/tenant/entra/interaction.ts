import type { Context } from 'koa';
import type Provider from 'oidc-provider';
import { errors, type InteractionResults } from 'oidc-provider';
import { accountPrompt } from './account-prompt.ts';
import { accountStep } from './account-step.ts';
import { adminConsentStep } from './admin-consent-step.ts';
import { consentStep } from './consent-step.ts';
import { failures } from './failures.ts';
import { readForm } from './form.ts';
import type { Page } from './pages/layout.ts';
import { loginPath } from './paths.ts';
import type { EntraSetting } from './setting.ts';
import { signInStep } from './sign-in-step.ts';
import { readWish, wishParameter } from './wish.ts';

/** One visit to a page of a sign-in. */
export interface Visit {
  provider: Provider;
  setting: EntraSetting;
  ctx: Context;
  interaction: Awaited<ReturnType<Provider['interactionDetails']>>;
  /** Where the page's form goes. */
  action: string;
  /** Null for a GET. */
  form: URLSearchParams | null;
}

/** What a step leads to: a page to show, or a result that ends it. */
export type Step = { page: Page } | { result: InteractionResults };

/** Results that are told to the app; the core carries them by their description (see `authorize.ts`). */
export const refusals = {
  cancelled: { error: 'access_denied', error_description: 'cancelled at sign-in' },
  declined: { error: 'access_denied', error_description: 'declined the consent' },
};

async function findInteraction(ctx: Context, provider: Provider) {
  try {
    const interaction = await provider.interactionDetails(ctx.req, ctx.res);
    if (ctx.path === loginPath + interaction.uid) return interaction;
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
  }
  throw failures.signInEnded();
}

function takeStep(visit: Visit): Step | Promise<Step> {
  const { prompt, params } = visit.interaction;
  switch (prompt.name) {
    case accountPrompt:
      return accountStep(visit);
    case 'consent':
      return readWish(params[wishParameter]).adminScope ? adminConsentStep(visit) : consentStep(visit);
    default:
      return signInStep(visit);
  }
}

/**
 * Shows and takes the sign-in pages. What a form may do is bound to the core's interaction cookie, which is not sent
 * with another site's post.
 */
export async function visitInteraction(
  ctx: Context,
  provider: Provider,
  setting: EntraSetting,
): Promise<Page | null> {
  const interaction = await findInteraction(ctx, provider);
  const visit: Visit = {
    provider,
    setting,
    ctx,
    interaction,
    action: ctx.path,
    form: ctx.method === 'POST' ? await readForm(ctx.req) : null,
  };
  const step = await takeStep(visit);
  if ('page' in step) return step.page;
  ctx.redirect(
    await provider.interactionResult(ctx.req, ctx.res, step.result, { mergeWithLastSubmission: false }),
  );
  ctx.status = 303;
  return null;
}
