import type { AccountState } from './entra/accounts.ts';
import type { ConsentPolicy } from './entra/consents.ts';
import type { EntraSetting } from './entra/setting.ts';
import type { StandingAnswers } from './entra/standing-failures.ts';
import { type Faults, noFaults } from './faults.ts';
import type { LogEntry } from './log.ts';
import type { Person } from './people.ts';
import type { Counters } from './workings.ts';

/** One person as a switchboard shows them. */
export interface PersonState extends AccountState {
  key: string;
  kind: Person['kind'];
  name: string;
  userPrincipalName: string;
  /** In any browser. */
  isSignedIn: boolean;
  consents: { own: string[]; organisation: string[] };
  answerWith: StandingAnswers;
}

/** How the tenant stands now, as plain data and without a secret. */
export interface TenantState {
  people: PersonState[];
  /** What anybody is answered with. */
  answerWith: StandingAnswers;
  organisationConsents: string[];
  consentPolicy: ConsentPolicy;
  /** Those faults alone that are set; what is not data is told in a word. */
  faults: Record<string, unknown>;
  clock: { now: number; shift: number };
  counters: Counters;
  /** The latest requests, in order of arrival. */
  log: LogEntry[];
}

const logTail = 50;

/** Each fault in JSON; a choice by request and a delay by promise have none. */
function describeFaults({ refreshAs, ...faults }: Faults): Map<string, string> {
  const entries = Object.entries({ ...faults, refreshAs: refreshAs?.key ?? null });
  const say = (_name: string, value: unknown) => {
    if (typeof value === 'function') return 'by request';
    return value instanceof Promise ? 'held' : value;
  };
  return new Map(entries.map(([name, value]) => [name, JSON.stringify(value, say)]));
}

function findUnusual(faults: Faults): Record<string, unknown> {
  const usual = describeFaults(noFaults());
  const unusual = [...describeFaults(faults)].filter(([name, text]) => text !== usual.get(name));
  return Object.fromEntries(unusual.map(([name, text]): [string, unknown] => [name, JSON.parse(text)]));
}

/** Looks at everything once. */
export function describeState(setting: EntraSetting): TenantState {
  const { accounts, consents, sessions, standing, workings, people } = setting;
  const { clock, counters, faults, log } = workings;
  const describePerson = (person: Person): PersonState => {
    const own = [...consents.ownOf(person)];
    const organisational = consents.ofOrganisation();
    return {
      key: person.key,
      kind: person.kind,
      name: person.displayName,
      userPrincipalName: person.userPrincipalName,
      isSignedIn: sessions.isSignedIn(person),
      consents: { own, organisation: [...consents.of(person)].filter((scope) => organisational.has(scope)) },
      ...accounts.of(person),
      answerWith: standing.of(person),
    };
  };
  return {
    people: people.map(describePerson),
    answerWith: standing.of(null),
    organisationConsents: [...consents.ofOrganisation()],
    consentPolicy: consents.policy,
    faults: findUnusual(faults),
    clock: { now: clock.now(), shift: clock.shift },
    counters: { ...counters },
    log: log.entries.slice(-logTail),
  };
}
