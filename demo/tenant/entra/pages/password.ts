import type { Person } from '../../people.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

interface Props {
  action: string;
  person: Person;
  error: string | null;
}

/** "Enter password" for one account, with a way back to choose another. */
export function passwordPage({ action, person, error }: Props): Page {
  return {
    title: 'Enter password',
    content: html`<p class="who"><a class="back" href="${action}?other=1" aria-label="Back">←</a><span>${person.userPrincipalName}</span></p>
<h1>Enter password</h1>
<form method="post" action="${action}">
<input type="hidden" name="step" value="password">
<input type="hidden" name="account" value="${person.userPrincipalName}">
<label for="password">Password</label>
<input id="password" type="password" name="password" data-test="password" autocomplete="off" autofocus>
${error && html`<p class="error" role="alert" data-test="error">${error}</p>`}
<div class="actions">
<button class="primary" name="choice" value="next" data-test="next">Sign in</button>
<button name="choice" value="cancel" data-test="cancel">Cancel</button>
</div>
</form>
<section class="hint"><p>The password of this test account</p><ul><li><code>${person.password}</code></li></ul></section>`,
  };
}
