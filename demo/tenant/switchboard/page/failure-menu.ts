import { type FailureRow, failureRows } from '../../entra/rows.ts';
import { failureNames } from './failure-names.ts';
import type { FailureChoice } from './orders.ts';

/** Which requests are answered: all at the token endpoint or those of one grant, or those of a sign-in. */
export type Place = 'token' | 'token-refresh' | 'token-code' | 'authorize';

export const placeNames: Readonly<Record<Place, string>> = {
  token: 'token requests',
  'token-refresh': 'refreshes only',
  'token-code': 'code redemptions only',
  authorize: 'sign-ins',
};

const rowOf = (aadsts: number): FailureRow | undefined =>
  failureRows.find(({ codes }) => codes.includes(aadsts));

/** What a number means, in a few words. */
export function nameFailure(aadsts: number): string {
  const names = failureNames[rowOf(aadsts)?.id ?? ''];
  if (!names) return 'not on the list';
  const detail = names.numbers[aadsts];
  return detail === undefined ? names.title : `${names.title}: ${detail}`;
}

/** The menu: a group for each row, an option for each of its numbers. */
export const failureMenu = failureRows.map(({ id, codes }) => ({
  id,
  label: `${id} · ${failureNames[id]?.title ?? ''}`,
  options: codes.map((aadsts) => ({
    aadsts,
    label: `${aadsts} · ${failureNames[id]?.numbers[aadsts] ?? failureNames[id]?.title ?? ''}`,
  })),
}));

/** Where a failure can be met, the usual place first. */
export function placesOf(aadsts: number): readonly Place[] {
  const at = rowOf(aadsts)?.at ?? [];
  return [
    ...(at.includes('token') ? (['token', 'token-refresh', 'token-code'] as const) : []),
    ...(at.some((place) => place !== 'token') ? (['authorize'] as const) : []),
  ];
}

export function toChoice(aadsts: number, place: Place): FailureChoice {
  switch (place) {
    case 'token':
    case 'authorize':
      return { aadsts, at: place };
    case 'token-refresh':
      return { aadsts, at: 'token', grant: 'refresh' };
    case 'token-code':
      return { aadsts, at: 'token', grant: 'code' };
  }
}
