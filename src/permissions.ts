import { wordAbout } from './word-names.ts';
import type { WordKey } from './words.ts';

/**
 * Who is likely to have to say yes in an organisation: whoever's data it is; an administrator, by the policy that
 * Microsoft gives new organisations; an administrator always.
 */
export type Consenter = 'person' | 'administrator-by-default' | 'administrator';

interface CatalogueEntry {
  /** The other permissions that it holds in it. */
  covers: readonly string[];
  /** Whether personal Microsoft accounts have it too. */
  accounts: 'all' | 'work';
  consenter: Consenter;
}

/**
 * Every permission that Lanyard can ask for: the delegated scopes of Microsoft Graph, in the words of Microsoft's
 * "Graph permissions reference". A name that is not here does not compile where one is needed.
 */
export const PERMISSIONS = {
  'User.Read': {
    covers: [],
    accounts: 'all',
    consenter: 'person',
  },
  'Mail.ReadBasic': {
    covers: [],
    accounts: 'all',
    consenter: 'administrator-by-default',
  },
  'Mail.Read': {
    covers: ['Mail.ReadBasic'],
    accounts: 'all',
    consenter: 'administrator-by-default',
  },
  'Mail.ReadWrite': {
    covers: ['Mail.Read', 'Mail.ReadBasic'],
    accounts: 'all',
    consenter: 'administrator-by-default',
  },
  'Calendars.ReadBasic': {
    covers: [],
    accounts: 'all',
    consenter: 'administrator-by-default',
  },
  'Calendars.ReadWrite': {
    covers: ['Calendars.Read', 'Calendars.ReadBasic'],
    accounts: 'all',
    consenter: 'administrator-by-default',
  },
  'Tasks.Read': {
    covers: [],
    accounts: 'all',
    consenter: 'administrator-by-default',
  },
  'Tasks.ReadWrite': {
    covers: ['Tasks.Read'],
    accounts: 'all',
    consenter: 'administrator-by-default',
  },
  'Files.Read': {
    covers: [],
    accounts: 'all',
    consenter: 'person',
  },
  'User.ReadBasic.All': {
    covers: [],
    accounts: 'work',
    consenter: 'person',
  },
  'People.Read': {
    covers: [],
    accounts: 'all',
    consenter: 'administrator-by-default',
  },
  'Presence.Read': {
    covers: [],
    accounts: 'work',
    consenter: 'person',
  },
  'Presence.ReadWrite': {
    covers: ['Presence.Read'],
    accounts: 'work',
    consenter: 'person',
  },
  'Presence.Read.All': {
    covers: ['Presence.Read'],
    accounts: 'work',
    consenter: 'person',
  },
} as const satisfies Record<string, CatalogueEntry>;

/** One delegated Graph scope that Lanyard can ask for. */
export type Permission = keyof typeof PERMISSIONS;

/** A permission in words; one without them does not compile. */
export interface PermissionWords {
  /** As a person sees it: "See your list of messages". */
  name: WordKey;
  /** What it lets Lanyard do, and what it does not. */
  lets: WordKey;
  not: WordKey;
}

export function describePermission(permission: Permission): PermissionWords {
  return {
    name: wordAbout(permission, 'Name'),
    lets: wordAbout(permission, 'Lets'),
    not: wordAbout(permission, 'Not'),
  };
}

export const PERMISSION_NAMES = /* @__PURE__ */ (() => Object.keys(PERMISSIONS).filter(isPermission))();

/**
 * The day on which `consenter` was true of the policy for new organisations (Microsoft: "Manage app consent
 * policies"). An organisation may decide otherwise: it is a forecast, and nothing is decided by it.
 */
export const FORECAST_DATE = '2026-01-22';

/** Never asked for, but an administrator may have granted them; a narrower one is not asked for then. */
const BROADER: Record<string, readonly string[]> = {
  'Calendars.Read': ['Calendars.ReadBasic'],
  'Files.Read.All': ['Files.Read'],
  'Files.ReadWrite': ['Files.Read'],
  'Files.ReadWrite.All': ['Files.Read'],
  'User.Read.All': ['User.Read', 'User.ReadBasic.All'],
  'User.ReadWrite': ['User.Read'],
};

const GRAPH = 'https://graph.microsoft.com/';

/** The scopes of signing in itself (OpenID Connect): no permission on anybody's data in Graph. */
const SIGN_IN_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/** By scope in lower case, what it covers beside itself. Left out of pages that do not ask. */
const COVERED = /* @__PURE__ */ (() =>
  new Map(
    [
      ...Object.entries(PERMISSIONS).map(([scope, { covers }]) => [scope, covers] as const),
      ...Object.entries(BROADER),
    ].map(([scope, covers]) => [scope.toLowerCase(), covers.map((each) => each.toLowerCase())] as const),
  ))();

/** `https://graph.microsoft.com/User.Read` and `user.read` are one scope; Graph's is the unnamed resource. */
export function shortScope(scope: string): string {
  return scope.toLowerCase().replace(GRAPH, '');
}

/** Graph's own scopes among those of an answer, as the catalogue spells them where it knows them. */
export function graphScopes(scopes: readonly string[]): string[] {
  const spelt = scopes.map((scope) => readPermission(scope) ?? scope.replace(GRAPH, ''));
  return [...new Set(spelt)].filter((scope) => !SIGN_IN_SCOPES.has(scope.toLowerCase()));
}

const BY_SHORT_NAME = /* @__PURE__ */ (() =>
  new Map(Object.keys(PERMISSIONS).map((name) => [name.toLowerCase(), name])))();

/** The permission of that scope, if Lanyard knows it. */
export function readPermission(scope: string): Permission | null {
  const name = BY_SHORT_NAME.get(shortScope(scope)) ?? '';
  return isPermission(name) ? name : null;
}

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(PERMISSIONS, name);
}

/** Whether what was granted has all that is needed, be it as part of something broader. */
export function covers(granted: readonly string[], needed: readonly string[]): boolean {
  return needed.every((scope) => coveringScope(granted, scope) !== null);
}

/** The one of these scopes that is the needed one, or failing that has it in it. */
export function coveringScope(granted: readonly string[], needed: string): string | null {
  const wanted = shortScope(needed);
  const exact = granted.find((scope) => shortScope(scope) === wanted);
  return exact ?? granted.find((scope) => COVERED.get(shortScope(scope))?.includes(wanted)) ?? null;
}

/** Whom Microsoft is likely to want the yes from. Nobody stands above a personal account. */
export function likelyConsenter(permissions: readonly Permission[], isPersonal: boolean): Consenter {
  if (isPersonal) return 'person';
  const all = permissions.map((permission): Consenter => PERMISSIONS[permission].consenter);
  const strictest = (['administrator', 'administrator-by-default'] as const).find((each) =>
    all.includes(each),
  );
  return strictest ?? 'person';
}
