import { accountSwitches, firstName } from './account-levers.ts';
import { endpointNames, isNetworkCut, otherFaults, readDelay, readThrottle } from './faults.ts';
import type { Answers, Person, Tenant } from './tenant-shape.ts';

export const policyNames: Readonly<Record<Tenant['consentPolicy'], string>> = {
  person: 'People may consent',
  default: 'Microsoft’s default exclusions',
  administrator: 'Administrators only',
};

/** A span of the clock, as in "+1 d 2 h". */
export function nameShift(shift: number): string {
  const minutes = Math.round(Math.abs(shift) / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const said = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`]));
  return said.length === 0 ? '' : `${shift < 0 ? '−' : '+'}${said.join(' ')}`;
}

export function describeAnswers({ token, authorize }: Answers): string[] {
  const grants = { refresh: 'refreshes', code: 'code redemptions' };
  return [
    ...(token ? [`${token.grant ? grants[token.grant] : 'token requests'} get ${token.aadsts}`] : []),
    ...(authorize ? [`sign-ins get ${authorize.aadsts}`] : []),
  ];
}

function describePerson(person: Person): string[] {
  const unusual = accountSwitches.filter(({ isOn, usually }) => isOn(person) !== usually);
  const said = [
    ...unusual.map(({ says, usually }) => (usually ? says.off : says.on)),
    ...describeAnswers(person.answerWith),
  ];
  return said.map((words) => `${firstName(person)}: ${words}`);
}

/** Everything that is not as after a reset, a few words each. Consents are no such thing. */
export function describeUnusual(tenant: Tenant): string[] {
  const { faults } = tenant;
  const throttled = (['token', 'graph'] as const).flatMap((endpoint) => {
    const seconds = readThrottle(faults, endpoint);
    return seconds === null ? [] : [`${endpointNames[endpoint]}: 429 for ${seconds} s`];
  });
  const late = (['token', 'graph', 'authorize'] as const).flatMap((endpoint) => {
    const seconds = readDelay(faults, endpoint);
    return seconds === null ? [] : [`${endpointNames[endpoint]}: ${seconds} s late`];
  });
  const shift = nameShift(tenant.clock.shift);
  return [
    ...tenant.people.flatMap(describePerson),
    ...describeAnswers(tenant.answerWith).map((words) => `Everybody: ${words}`),
    ...(tenant.consentPolicy === 'person' ? [] : [`Consent: ${policyNames[tenant.consentPolicy]}`]),
    ...(isNetworkCut(faults) ? ['Network cut'] : []),
    ...throttled,
    ...late,
    ...(shift === '' ? [] : [`Clock ${shift}`]),
    ...otherFaults(faults),
  ];
}
