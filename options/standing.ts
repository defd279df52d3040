import type { LedgerLine, LedgerView } from '../src/ledger.ts';
import {
  type Consenter,
  coveringScope,
  likelyConsenter,
  PERMISSION_NAMES,
  PERMISSIONS,
  type Permission,
} from '../src/permissions.ts';

/** Where a permission stands. `covered`: not granted itself, but part of a broader one that is. */
export type State =
  | 'granted'
  | 'covered'
  | 'paused'
  | 'taken-back'
  | 'waiting'
  | 'declined'
  | 'postponed'
  | 'unanswered';

/** A permission that Lanyard has asked for or uses. `partOf` is the granted scope that has it in it. */
export interface Row {
  permission: Permission;
  line: LedgerLine;
  state: State;
  partOf: string | null;
}

/** One that Lanyard can ask for and has not. */
export interface Unasked {
  permission: Permission;
  consenter: Consenter;
  partOf: string | null;
}

/** A scope that somebody has granted unasked; `contains` is all that it serves as, for want of a narrower one. */
export interface Foreign {
  scope: string;
  grantedAt: number;
  contains: Permission[];
}

/** The whole catalogue and what else was granted, each in the one place where a person would look for it. */
export interface Listing {
  inUse: Row[];
  refused: Row[];
  unasked: Unasked[];
  foreign: Foreign[];
}

const IN_USE: ReadonlySet<State> = new Set(['granted', 'covered', 'paused']);

/** Sorts an account's ledger. The order is the catalogue's, so that a row stays where it is when it changes. */
export function listPermissions({ lines }: LedgerView, isPersonal: boolean): Listing {
  const usable = lines.filter(({ grantedAt, isPaused }) => grantedAt !== null && !isPaused);
  const scopes = usable.map(({ scope }) => scope);
  const partOf = (permission: Permission) => {
    const scope = coveringScope(scopes, permission);
    return scope === permission ? null : scope;
  };
  const rows = PERMISSION_NAMES.flatMap((permission) => {
    const line = lines.find((each) => each.permission === permission);
    const state = line ? stateOf(line, partOf(permission)) : null;
    return line && state ? [{ permission, line, state, partOf: partOf(permission) }] : [];
  });
  const listed = new Set(rows.map(({ permission }) => permission));
  return {
    inUse: rows.filter(({ state }) => IN_USE.has(state)),
    refused: rows.filter(({ state }) => !IN_USE.has(state)),
    unasked: catalogueFor(isPersonal)
      .filter(({ permission }) => !listed.has(permission))
      .map((each) => ({ ...each, partOf: partOf(each.permission) })),
    foreign: lines
      .flatMap(({ permission, scope, grantedAt }) =>
        permission === null && grantedAt !== null
          ? [{ scope, grantedAt, contains: PERMISSION_NAMES.filter((each) => partOf(each) === scope) }]
          : [],
      )
      .sort((one, other) => one.scope.localeCompare(other.scope)),
  };
}

/** Everything that Lanyard can ask such an account for. */
export function catalogueFor(isPersonal: boolean): Unasked[] {
  return PERMISSION_NAMES.filter((permission) => isFor(PERMISSIONS[permission].accounts, isPersonal)).map(
    (permission) => ({ permission, consenter: likelyConsenter([permission], isPersonal), partOf: null }),
  );
}

function isFor(accounts: 'all' | 'work', isPersonal: boolean): boolean {
  return accounts === 'all' || !isPersonal;
}

/** In the background's order, where several are true; null for one that was never asked for and is not used. */
function stateOf(line: LedgerLine, partOf: string | null): State | null {
  if (line.isPaused) return 'paused';
  if (line.grantedAt !== null) return 'granted';
  if (partOf !== null) return line.uses > 0 || line.askedAt !== null ? 'covered' : null;
  if (line.answer === 'approval-needed') return 'waiting';
  if (line.answer === 'declined') return 'declined';
  if (line.answer === 'postponed') return 'postponed';
  if (line.revokedAt !== null) return 'taken-back';
  return line.askedAt === null ? null : 'unanswered';
}
