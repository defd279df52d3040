import type { Context } from 'koa';
import type { CannedAnswer } from '../faults.ts';

/** Puts a canned answer in the place of the real one. */
export function answerCanned(ctx: Context, { status, body, headers = {} }: CannedAnswer): void {
  const isText = typeof body === 'string';
  ctx.status = status;
  ctx.body = isText ? body : JSON.stringify(body);
  ctx.type = isText ? 'html' : 'json';
  ctx.set({ ...headers });
}
