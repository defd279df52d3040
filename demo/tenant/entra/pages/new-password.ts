import type { Person } from '../../people.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

interface Props {
  action: string;
  person: Person;
  error: string | null;
}

/** "Update your password": the old one has expired, and nothing goes on without a new one. */
export function newPasswordPage({ action, person, error }: Props): Page {
  return {
    title: 'Update your password',
    content: html`<p class="lead asked">${person.userPrincipalName}</p>
<h1>Update your password</h1>
<p>You need to update your password because your password has expired.</p>
<form method="post" action="${action}">
<label for="password">Current password</label>
<input id="password" type="password" name="password" data-test="current-password" autocomplete="off" autofocus>
<label for="new-password">New password</label>
<input id="new-password" type="password" name="new_password" data-test="new-password" autocomplete="off">
<label for="confirmed">Confirm password</label>
<input id="confirmed" type="password" name="confirmed" data-test="confirm-password" autocomplete="off">
${error && html`<p class="error" role="alert" data-test="error">${error}</p>`}
<div class="actions">
<button class="primary" name="choice" value="next" data-test="next">Sign in</button>
<button name="choice" value="cancel" data-test="cancel">Cancel</button>
</div>
</form>
<section class="hint"><p>The password of this test account until now</p><ul><li><code>${person.password}</code></li></ul></section>`,
  };
}
