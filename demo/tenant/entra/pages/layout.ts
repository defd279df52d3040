import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { type Html, html } from './html.ts';
import { style } from './style.ts';

/** One page of the sign-in: a heading and what is under it. */
export interface Page {
  title: string;
  content: Html;
}

const styleHash = createHash('sha256').update(style).digest('base64');

const mark = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
  <path d="M9 3c0 8 3.2 11 7 14 3.8-3 7-6 7-14" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/>
  <rect x="9.5" y="17" width="13" height="12" rx="3" fill="currentColor"/>
  <circle cx="16" cy="22" r="2.1" class="mark-eye"/>
</svg>`;

const render = ({ title, content }: Page) =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<p class="notice" role="note"><strong>Local test tenant</strong> <span>not Microsoft</span></p>
<main class="card">
<header class="brand">${mark}<span>Sign-in for local testing</span></header>
${content}
</main>
</body>
</html>
`.markup;

/**
 * Sends a page. Its status is 200 whatever it says: Chromium never shows a page of 400 or more in an auth window, so
 * that a person could not read why. A form may lead on to the app, because browsers apply `form-action` to redirects.
 */
export function sendPage(ctx: Context, page: Page, redirectUris: readonly string[]): void {
  const targets = [...new Set(redirectUris.map((uri) => new URL(uri).origin))];
  ctx.status = 200;
  ctx.type = 'html';
  ctx.set({
    'Cache-Control': 'no-store, no-cache',
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action 'self' ${targets.join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Frame-Options': 'DENY',
  });
  ctx.body = render(page);
}
