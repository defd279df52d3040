import type { Context } from 'koa';
import { EntraError } from './errors.ts';

/** The rules about where a redemption may come from (Microsoft, "Authorization code flow": redirect URIs for SPAs). */
export function checkOrigin(origin: string, platform: 'spa' | 'native'): void {
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

/** Lets the asking origin read the answer, whichever it is. */
export function allowOrigin(ctx: Context): void {
  ctx.vary('Origin');
  if (ctx.get('Origin')) ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'));
  ctx.set('Access-Control-Allow-Methods', 'POST, OPTIONS');
}

/** Answers a preflight; true if it was one. */
export function answerPreflight(ctx: Context): boolean {
  if (ctx.method !== 'OPTIONS') return false;
  ctx.set('Access-Control-Allow-Headers', ctx.get('Access-Control-Request-Headers'));
  ctx.status = 204;
  return true;
}
