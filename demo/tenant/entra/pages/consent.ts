import type { Person } from '../../people.ts';
import type { TenantPermission } from '../../permissions.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import { appLine, permissionList } from './permissions.ts';

interface Props {
  action: string;
  person: Person;
  permissions: readonly TenantPermission[];
  /** `offered` to administrators, who may consent for themselves or for everybody; `only` where that was asked. */
  forOrganisation: 'no' | 'offered' | 'only';
}

const box = html`<label class="choice"><input type="checkbox" name="for_organisation" value="yes" data-test="for-organisation"> Consent on behalf of your organisation</label>`;
const notice = html`<p class="fine" data-test="organisation">If you accept, nobody in your organisation will be asked for these permissions.</p>`;

/** "Permissions requested": what the app would be allowed, each permission in words, and a real choice. */
export function consentPage({ action, person, permissions, forOrganisation }: Props): Page {
  return {
    title: 'Permissions requested',
    content: html`<p class="lead asked">${person.userPrincipalName}</p>
<h1>Permissions requested</h1>
${appLine}
<p>This app would like to:</p>
${permissionList(permissions)}
<p class="fine">Accept only if you trust the app. You can take this back later; nothing leaves this computer.</p>
${forOrganisation === 'only' && notice}
<form method="post" action="${action}">
<input type="hidden" name="step" value="consent">
${forOrganisation === 'offered' && box}
<div class="actions">
<button class="primary" name="choice" value="accept" data-test="accept">Accept</button>
<button name="choice" value="cancel" data-test="cancel">Cancel</button>
</div>
</form>`,
  };
}
