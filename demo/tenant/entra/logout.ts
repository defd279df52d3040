import type { Context } from 'koa';
import type Provider from 'oidc-provider';
import { findHinted } from './choose-account.ts';
import { readForm } from './form.ts';
import type { Page } from './pages/layout.ts';
import { noticePage } from './pages/notice.ts';
import type { EntraSetting } from './setting.ts';

/**
 * Ends the browser's session, or with a `logout_hint` that account's part of it; consents and refresh tokens live on
 * (Microsoft, "Refresh tokens": single sign-out revokes cookies, not tokens). Leads on to registered URIs only.
 */
export async function signOut(ctx: Context, provider: Provider, setting: EntraSetting): Promise<Page | null> {
  const { sessions, redirectUris } = setting;
  const params = ctx.method === 'POST' ? await readForm(ctx.req) : new URLSearchParams(ctx.querystring);
  const session = await provider.Session.get(ctx);
  const signedIn = sessions.signedIn(session.uid);
  const hinted = findHinted(signedIn, params.get('logout_hint') ?? '');
  for (const person of hinted ? [hinted] : signedIn) sessions.remove(session.uid, person);
  if (sessions.signedIn(session.uid).length === 0) await session.destroy();

  const target = params.get('post_logout_redirect_uri');
  if (target === null || !redirectUris.includes(target)) {
    return noticePage('You signed out', 'You may close this window.');
  }
  const url = new URL(target);
  const { logoutState: fault } = setting.workings.faults;
  const state = fault === 'wrong' ? 'another-state' : params.get('state');
  if (state !== null && fault !== 'missing') url.searchParams.set('state', state);
  ctx.redirect(url.href);
  return null;
}
