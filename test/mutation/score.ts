import type { MutantResult } from '@stryker-mutator/api/core';

/** One line about an area: killed, survived, timed out, and the share of the mutants that were noticed. */
export function scoreLine(name: string, results: readonly MutantResult[]): string {
  const count = (...statuses: MutantResult['status'][]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const [killed, timedOut] = [count('Killed'), count('Timeout')];
  const survived = count('Survived', 'NoCoverage');
  const all = killed + timedOut + survived;
  const ignored = count('Ignored');
  const score = all === 0 ? 'nothing to mutate' : `${((100 * (killed + timedOut)) / all).toFixed(1)} %`;
  return `${name}: ${killed} killed, ${survived} survived (${count('NoCoverage')} not reached), ${timedOut} timed out, ${ignored} left out: ${score}`;
}
