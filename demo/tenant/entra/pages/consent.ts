import type { Person } from '../../people.ts';
import type { TenantPermission } from '../../permissions.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

interface Props {
  action: string;
  person: Person;
  permissions: readonly TenantPermission[];
}

/** "Permissions requested": what the app would be allowed, each permission in words, and a real choice. */
export function consentPage({ action, person, permissions }: Props): Page {
  const lines = permissions.filter(
    ({ title }, index) => permissions.findIndex((p) => p.title === title) === index,
  );
  return {
    title: 'Permissions requested',
    content: html`<p class="lead asked">${person.userPrincipalName}</p>
<h1>Permissions requested</h1>
<div class="app"><span class="face" aria-hidden="true">L</span><span><strong>Lanyard (local build)</strong><span class="unverified" data-test="unverified">⚠ unverified publisher</span></span></div>
<p>This app would like to:</p>
<ul class="permissions">
${lines.map(
  ({ scope, title, detail }) =>
    html`<li data-scope="${scope}"><strong>${title}</strong><span>${detail}</span></li>`,
)}</ul>
<p class="fine">Accept only if you trust the app. You can take this back later; nothing leaves this computer.</p>
<form method="post" action="${action}">
<input type="hidden" name="step" value="consent">
<div class="actions">
<button class="primary" name="choice" value="accept" data-test="accept">Accept</button>
<button name="choice" value="cancel" data-test="cancel">Cancel</button>
</div>
</form>`,
  };
}
