import type { Person } from '../../people.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

interface Props {
  action: string;
  person: Person;
  code: string;
  error: string | null;
}

/** "Enter code": the second step of a sign-in, with the code that a telephone would show. */
export function mfaPage({ action, person, code, error }: Props): Page {
  return {
    title: 'Enter code',
    content: html`<p class="lead asked">${person.userPrincipalName}</p>
<h1>Enter code</h1>
<p>Your organisation asks for an extra check.</p>
<form method="post" action="${action}">
<label for="code">Code</label>
<input id="code" name="code" data-test="code" inputmode="numeric" maxlength="6" autocomplete="off" autofocus>
${error && html`<p class="error" role="alert" data-test="error">${error}</p>`}
<div class="actions">
<button class="primary" name="choice" value="next" data-test="next">Verify</button>
<button name="choice" value="cancel" data-test="cancel">Cancel</button>
</div>
</form>
<section class="hint"><p>The code that a telephone would show</p><ul><li><code data-test="shown-code">${code}</code></li></ul></section>`,
  };
}
