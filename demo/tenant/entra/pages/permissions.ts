import type { TenantPermission } from '../../permissions.ts';
import { type Html, html } from './html.ts';

/** The permissions in words, each line once. */
export function permissionList(permissions: readonly TenantPermission[]): Html {
  const lines = permissions.filter(
    ({ title }, index) => permissions.findIndex((p) => p.title === title) === index,
  );
  return html`<ul class="permissions">
${lines.map(
  ({ scope, title, detail }) =>
    html`<li data-scope="${scope}"><strong>${title}</strong><span>${detail}</span></li>`,
)}</ul>`;
}

/** The app that asks, and that nobody vouches for it. */
export const appLine: Html = html`<div class="app"><span class="face" aria-hidden="true">L</span><span><strong>Lanyard (local build)</strong><span class="unverified" data-test="unverified">⚠ unverified publisher</span></span></div>`;
