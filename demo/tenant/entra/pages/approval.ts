import type { Person } from '../../people.ts';
import type { TenantPermission } from '../../permissions.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import { permissionList } from './permissions.ts';

interface Props {
  action: string;
  person: Person;
  permissions: readonly TenantPermission[];
}

/** "Need admin approval": what only an administrator may allow, and the way back without it. */
export function approvalPage({ action, person, permissions }: Props): Page {
  return {
    title: 'Need admin approval',
    content: html`<p class="lead asked">${person.userPrincipalName}</p>
<h1>Need admin approval</h1>
<p data-test="error">AADSTS90094: Lanyard (local build) needs a permission that only an administrator can grant. Ask an administrator to allow it before you use it.</p>
${permissionList(permissions)}
<form method="post" action="${action}">
<div class="actions"><button class="primary" name="choice" value="leave" data-test="cancel">Return to the app</button></div>
</form>`,
  };
}
