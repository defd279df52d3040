import type { Person } from '../../people.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

interface Props {
  action: string;
  signedIn: readonly Person[];
}

const initials = (person: Person) => `${person.givenName.charAt(0)}${person.surname.charAt(0)}`;

/** "Pick an account": those signed in already, or another. */
export function pickerPage({ action, signedIn }: Props): Page {
  return {
    title: 'Pick an account',
    content: html`<h1>Pick an account</h1>
<p class="lead">to continue to Lanyard</p>
<form method="post" action="${action}">
<input type="hidden" name="step" value="pick">
<div class="tiles">
${signedIn.map(
  (
    person,
  ) => html`<button name="account" value="${person.userPrincipalName}" data-account="${person.userPrincipalName}">
<span class="face" aria-hidden="true">${initials(person)}</span>
<span>${person.displayName}<small>${person.userPrincipalName}</small></span>
</button>`,
)}
<button name="choice" value="other" data-test="use-another-account"><span class="face" aria-hidden="true">+</span><span>Use another account</span></button>
</div>
<div class="actions"><button name="choice" value="cancel" data-test="cancel">Cancel</button></div>
</form>`,
  };
}
