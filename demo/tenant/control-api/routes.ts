import { failureRows } from '../entra/rows.ts';
import {
  advance,
  answerWith,
  consentPolicy,
  type FaultsBody,
  faults,
  isOn,
  nothing,
  organisationScopes,
  scopes,
  throttle,
} from './bodies.ts';
import { personRoutes } from './person-routes.ts';
import { type ApiRoute, type Call, findPerson, route } from './route.ts';

function setFaults({ control, people, body }: Call<FaultsBody>): void {
  const { delay, refreshAs, ...rest } = body;
  const person = refreshAs ? findPerson(people, refreshAs, 400) : null;
  Object.assign(control.faults, rest);
  Object.assign(control.faults.delay, delay);
  if (refreshAs !== undefined) control.faults.refreshAs = person;
}

export const routes: readonly ApiRoute[] = [
  route('POST', '/reset', nothing, ({ control }) => control.reset()),
  route('GET', '/state', nothing, ({ control }) => control.state()),
  route('GET', '/counters', nothing, ({ control }) => control.counters),
  route('GET', '/log', nothing, ({ control }) => control.log),
  route('GET', '/clock', nothing, ({ control: { clock } }) => ({ now: clock.now(), shift: clock.shift })),
  route('POST', '/clock/advance', advance, ({ control, body }) => control.clock.advance(body.milliseconds)),
  route('PATCH', '/faults', faults, setFaults),
  route('POST', '/keys/rotate', nothing, ({ control }) => control.rotateKeys()),
  route('GET', '/failure-rows', nothing, () => failureRows),
  route('POST', '/answer-with', answerWith, ({ control, body }) => control.answerWith(null, body.failure)),
  route('POST', '/throttle', throttle, ({ control, body }) => control.throttle(body.endpoint, body.seconds)),
  route('POST', '/cut-network', isOn, ({ control, body }) => control.cutNetwork(body.on)),
  route('POST', '/set-consent-policy', consentPolicy, ({ control, body }) =>
    control.setConsentPolicy(body.policy),
  ),
  route('GET', '/organisation-consents', nothing, ({ control }) => [...control.organisationConsents()]),
  route('POST', '/consent-for-organisation', organisationScopes, ({ control, body }) =>
    control.consentForOrganisation(body.scopes),
  ),
  route('POST', '/revoke-organisation-consent', scopes, ({ control, body }) =>
    control.revokeOrganisationConsent(body.scopes),
  ),
  route('GET', '/people', nothing, ({ people }) =>
    people.map(({ key, kind, userPrincipalName }) => ({ key, kind, userPrincipalName })),
  ),
  ...personRoutes,
];
