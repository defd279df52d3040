import type { Grantor, LedgerLine } from '../src/ledger.ts';
import { describePurpose } from '../src/purposes.ts';
import { say, sayCount, type WordKey } from '../src/words.ts';
import type { Row, State } from './standing.ts';
import { timeAndDay } from './times.ts';

/** One thing that is on record about a permission; `when` says in what words the time is put, where it needs any. */
export interface Fact {
  label: WordKey;
  text: string;
  at: number | null;
  when?: WordKey;
}

const GRANTED_BY: Record<Grantor, WordKey> = {
  you: 'byYou',
  administrator: 'byAdministrator',
  earlier: 'byEarlier',
};

const ANSWERED: Partial<Record<State, WordKey>> = {
  waiting: 'answerWaiting',
  declined: 'answerDeclined',
  postponed: 'answerPostponed',
};

/** What is on record about a permission, in the order in which it happened. */
export function factsOf({ line, state, partOf }: Row, now: number): Fact[] {
  return [askedFact(line), outcomeFact(line, state, partOf), usesFact(line), tokenFact(line, now)].filter(
    (fact) => fact !== null,
  );
}

function askedFact({ askedAt, askedFor }: LedgerLine): Fact | null {
  if (askedAt === null) return null;
  return { label: 'factAsked', text: askedFor ? say(describePurpose(askedFor).title) : '', at: askedAt };
}

function outcomeFact(line: LedgerLine, state: State, partOf: string | null): Fact | null {
  const { answer, answeredAt, grantedAt, grantedBy, revokedAt } = line;
  if (grantedAt !== null) {
    const text = say(GRANTED_BY[grantedBy ?? 'earlier']);
    // Of what was granted elsewhere, Lanyard knows only when it saw it first.
    return { label: 'factGranted', text, at: grantedAt, ...(grantedBy === 'you' ? {} : { when: 'noticed' }) };
  }
  if (partOf !== null) return { label: 'factGranted', text: say('partOf', breakable(partOf)), at: null };
  if (state === 'taken-back') return { label: 'factTakenBack', text: '', at: revokedAt, when: 'noticed' };
  const key = ANSWERED[state] ?? (answer === null ? 'answerOpen' : 'answerNone');
  return { label: 'factAnswer', text: say(key), at: answeredAt };
}

/** The name of a scope, which may go on in the next line after a full stop and not in the middle of a word. */
const breakable = (scope: string) => scope.replaceAll('.', '.\u200b');

function usesFact({ uses, lastUsedAt, grantedAt }: LedgerLine): Fact | null {
  if (uses === 0) return grantedAt === null ? null : { label: 'factUsed', text: say('usedNever'), at: null };
  return { label: 'factUsed', text: sayCount('usedTimes', uses), at: lastUsedAt, when: 'lastTime' };
}

/** Also of one that is taken back: a token that was given out before carries it to its end. */
function tokenFact({ carriedUntil, grantedAt }: LedgerLine, now: number): Fact | null {
  const label = 'factToken';
  if (carriedUntil !== null && carriedUntil > now) {
    return { label, text: say('tokenUntil', timeAndDay(carriedUntil, now)), at: null };
  }
  return grantedAt === null ? null : { label, text: say('tokenNone'), at: null };
}
