import { describe, expect, it } from 'vitest';
import { CredentialShape, hasRefreshToken } from '../../../background/auth/credential.ts';
import type { Permission } from '../../../src/permissions.ts';
import { hours, setUpWorld } from '../../fakes/world.ts';
import { allow, lineOf } from './consents.ts';

const world = setUpWorld();

describe('A permission that was taken back', () => {
  const both: readonly Permission[] = ['Mail.ReadBasic', 'Calendars.ReadBasic'];

  it('is not named where it was asked for together with another: Microsoft does not say which', async () => {
    const { background, id } = await world.signedIn();
    for (const purpose of ['mail-list', 'calendar'] as const) await allow(background, id, purpose);
    world.tenant.control.revokeConsent(world.someone('member'), ['Mail.ReadBasic']);
    world.passTime(hours(2));
    const { ladder } = background.services;
    const asked = background.life.run(() => ladder.token({ accountId: id, permissions: both }));
    await expect(asked).rejects.toMatchObject({ reason: 'consent-missing' });
    for (const scope of both) {
      expect(await lineOf(background, id, scope)).toMatchObject({ answer: 'granted', revokedAt: null });
    }
  });
});

describe('A credential that MSAL cannot read', () => {
  it('loses its refresh token, so that no request is spent on it again', async () => {
    const { background, id } = await world.signedIn();
    const { vault, holdings } = background.services;
    const credential = (await vault.read(`credential:${id}`, CredentialShape)) ?? {};
    const cut = Object.entries(credential).map(([key, text]) => [
      key,
      text.replace(/^(\{"idToken".{5}).*/, '$1'),
    ]);
    await vault.write(`credential:${id}`, Object.fromEntries(cut));
    world.person.forgetCookies();
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({
      obstacle: { reason: 'session-ended' },
    });
    const left = await background.life.run(() => holdings.credential(id));
    expect(left).not.toBeNull();
    expect(hasRefreshToken(left ?? {})).toBe(false);
  });
});
