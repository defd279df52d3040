import { isOidcScope } from '../../../demo/tenant/entra/scopes.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import type { Session } from '../../../src/contract.ts';
import type { LedgerLine } from '../../../src/ledger.ts';
import { shortScope } from '../../../src/permissions.ts';
import type { Purpose } from '../../../src/purposes.ts';
import { createApp } from '../../demo/tenant/app.ts';
import { REDIRECT_URI } from '../../fakes/fake-browser.ts';
import type { Background, World } from '../../fakes/world.ts';

// What the tests of consent do and look at.

/** "Continue" on the card that asks for a purpose. */
export const allow = (background: Background, accountId: string, purpose: Purpose): Promise<Session> =>
  background.signIn({ kind: 'again', accountId, purpose });

/** The line of a permission in an account's ledger. */
export async function lineOf(
  { handlers }: Background,
  accountId: string,
  scope: string,
): Promise<LedgerLine | undefined> {
  return (await handlers.getLedger(accountId)).lines.find((line) => line.scope === scope);
}

/** The permissions that Lanyard itself has asked for, by the ledger. */
export async function askedByLedger({ handlers }: Background, accountId: string): Promise<string[]> {
  const { lines } = await handlers.getLedger(accountId);
  return lines.flatMap(({ scope, askedAt }) => (askedAt === null ? [] : [scope])).sort();
}

/** Every scope of Graph that Microsoft was asked for, at whatever endpoint, since the last reset. */
export function askedOfMicrosoft({ tenant }: World): string[] {
  const scopes = tenant.control.log.flatMap((entry) => entry.scopes?.split(' ').filter(Boolean) ?? []);
  const names = scopes.filter((scope) => !isOidcScope(scope)).map((scope) => scope.split('/').at(-1) ?? '');
  return [...new Set(names)].sort();
}

/** The scopes of an address that a window was opened on, without those of signing in. */
export function scopesIn(address: URL | undefined): string[] {
  const scopes = address?.searchParams.get('scope')?.split(' ') ?? [];
  return scopes.filter((scope) => !isOidcScope(scope)).map(shortScope);
}

/** The person agrees to more on another device. */
export async function consentElsewhere({ tenant }: World, person: Person, scope: string): Promise<void> {
  const clientId = '00000000-0000-4000-8000-000000000001';
  const params = { client_id: clientId, redirect_uri: REDIRECT_URI, scope: `openid ${scope}` };
  await createApp(tenant).signIn(person, params);
  if (!tenant.control.consents(person).has(scope)) throw new Error(`${scope} was not consented to.`);
}
