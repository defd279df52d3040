import { needsAdministrator, permissionsOf } from './consent-policy.ts';
import { refusals, type Step, type Visit } from './interaction.ts';
import { approvalPage } from './pages/approval.ts';
import { consentPage } from './pages/consent.ts';
import { firstConsent } from './scopes.ts';
import { personOf } from './setting.ts';

/**
 * What the page asks: only what is new, or everything again for `prompt=consent`. The first consent brings the basic
 * scopes along (Microsoft, "Types of consent").
 */
function findAsked({ interaction, setting }: Visit): string[] {
  const person = personOf(setting, interaction.session?.accountId);
  const consented = setting.consents.of(person);
  const requested = String(interaction.params.scope ?? '').split(' ');
  const asked =
    interaction.params.prompt === 'consent' ? requested : requested.filter((s) => !consented.has(s));
  return [...new Set([...asked, ...firstConsent.filter((scope) => !consented.has(scope))])];
}

/**
 * Asks for consent and records the answer. What needs an administrator is not on offer to anybody else, and leaving
 * that page looks like a cancelled sign-in on the wire (Microsoft, "Unexpected consent prompt": AADSTS90094).
 */
export function consentStep(visit: Visit): Step {
  const { action, form, setting, interaction } = visit;
  const { consents } = setting;
  const person = personOf(setting, interaction.session?.accountId);
  const asked = findAsked(visit);
  const permissions = permissionsOf(asked);
  const withheld = permissions.filter((each) => needsAdministrator(each, person, consents.policy));
  const isAdministrator = person.kind === 'administrator';
  if (form?.get('choice') === 'leave') return { result: refusals.cancelled };
  if (withheld.length > 0) return { page: approvalPage({ action, person, permissions: withheld }) };
  switch (form?.get('choice')) {
    case 'accept':
      if (isAdministrator && form.has('for_organisation')) consents.addForOrganisation(asked);
      else consents.add(person, asked);
      return { result: { consent: {} } };
    case 'cancel':
      return { result: refusals.declined };
    default:
      return {
        page: consentPage({
          action,
          person,
          permissions,
          forOrganisation: isAdministrator ? 'offered' : 'no',
        }),
      };
  }
}
