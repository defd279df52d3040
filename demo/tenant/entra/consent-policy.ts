import type { Person } from '../people.ts';
import { graphPermissions, oidcPermissions, type TenantPermission } from '../permissions.ts';
import type { ConsentPolicy } from './consents.ts';
import { isOidcScope } from './scopes.ts';

const catalogue = [...graphPermissions, ...oidcPermissions];

/** The permissions of these scopes, in the order in which a page lists them. */
export const permissionsOf = (scopes: readonly string[]): TenantPermission[] =>
  catalogue.filter(({ scope }) => scopes.includes(scope));

/**
 * Whether a permission is an administrator's to give where this person asks for it. An organisation's policy binds its
 * members alone; personal accounts are in no organisation (Microsoft, "Manage app consent policies").
 */
export function needsAdministrator(
  { scope, consent }: TenantPermission,
  { kind }: Person,
  policy: ConsentPolicy,
): boolean {
  if (kind === 'administrator') return false;
  if (consent === 'administrator') return true;
  if (kind === 'personal' || policy === 'person') return false;
  return policy === 'default' ? consent === 'excluded' : !isOidcScope(scope);
}
