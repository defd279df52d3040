import type { Person } from '../../people.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

interface Props {
  /** Where the form goes. */
  action: string;
  account: string;
  people: readonly Person[];
  error: string | null;
}

const kinds: Record<Person['kind'], string> = {
  member: 'member',
  administrator: 'administrator',
  personal: 'personal account',
};

/** "Sign in": who is it? With the test accounts listed, as nobody could know them otherwise. */
export function accountPage({ action, account, people, error }: Props): Page {
  return {
    title: 'Sign in',
    content: html`<h1>Sign in</h1>
<p class="lead">to continue to Lanyard</p>
<form method="post" action="${action}">
<input type="hidden" name="step" value="account">
<label for="account">Email or user name</label>
<input id="account" name="account" data-test="account" value="${account}" autocomplete="username" autocapitalize="none" spellcheck="false" autofocus>
${error && html`<p class="error" role="alert" data-test="error">${error}</p>`}
<div class="actions">
<button class="primary" name="choice" value="next" data-test="next">Next</button>
<button name="choice" value="cancel" data-test="cancel">Cancel</button>
</div>
</form>
<section class="hint"><p>Accounts of this test tenant</p><ul>
${people.map(
  (person) =>
    html`<li><span>${person.displayName}, ${kinds[person.kind]}</span><code>${person.userPrincipalName}</code></li>`,
)}</ul></section>`,
  };
}
