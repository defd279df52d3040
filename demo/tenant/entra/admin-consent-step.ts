import { permissionsOf } from './consent-policy.ts';
import { createFailure } from './create-failure.ts';
import { createTrace } from './errors.ts';
import { refusals, type Step, type Visit } from './interaction.ts';
import { consentPage } from './pages/consent.ts';
import { errorPage } from './pages/error.ts';
import { firstConsent, parseScopes } from './scopes.ts';
import { personOf } from './setting.ts';
import { readWish, wishParameter } from './wish.ts';

/** The same request again, for whoever has an administrator's account too. */
function addressForAnother({ interaction: { params } }: Visit): string {
  const { segment, adminScope } = readWish(params[wishParameter]);
  const query = new URLSearchParams({
    client_id: String(params.client_id),
    scope: adminScope,
    redirect_uri: String(params.redirect_uri),
    ...(params.state === undefined ? {} : { state: String(params.state) }),
    prompt: 'login',
  });
  return `/${segment}/v2.0/adminconsent?${query}`;
}

/** Asks an administrator for consent on everybody's behalf; anybody else is told that they cannot give it. */
export function adminConsentStep(visit: Visit): Step {
  const { action, form, setting, interaction } = visit;
  const person = personOf(setting, interaction.session?.accountId);
  if (person.kind !== 'administrator') {
    const trace = createTrace(setting.workings.clock.now(), undefined);
    const link = {
      href: addressForAnother(visit),
      text: 'Have an admin account? Sign in with that account',
      hook: 'use-another-account',
    };
    return { page: errorPage(createFailure({ aadsts: 90094 }, 'window'), trace, link) };
  }
  const { known } = parseScopes(readWish(interaction.params[wishParameter]).adminScope);
  const asked = [...new Set([...known.map(({ name }) => name), ...firstConsent])];
  switch (form?.get('choice')) {
    case 'accept':
      setting.consents.addForOrganisation(asked);
      return { result: { consent: {} } };
    case 'cancel':
      return { result: refusals.declined };
    default:
      return {
        page: consentPage({ action, person, permissions: permissionsOf(asked), forOrganisation: 'only' }),
      };
  }
}
