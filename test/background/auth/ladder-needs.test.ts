import { describe, expect, it } from 'vitest';
import type { TokenNeed } from '../../../background/auth/ladder.ts';
import { AppError } from '../../../src/errors.ts';
import { standingOf } from '../../../src/storage.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { type Background, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow } from './consents.ts';

const world = setUpWorld();

const token = ({ life, services }: Background, need: TokenNeed) =>
  life.run(() => services.ladder.token(need));
const discover = (
  { life, services }: Background,
  id: string,
  when: { youngerThanMs: number; isClick?: boolean },
) => life.run(() => services.ladder.discover(id, when));

describe('A need for a token', () => {
  it('ends with the session if the account is not signed in, whatever it is for', async () => {
    const background = await world.wake();
    for (const permission of ['User.Read', 'Mail.Read'] as const) {
      const need = { accountId: 'nobody', permissions: [permission] };
      await expect(token(background, need)).rejects.toMatchObject({ reason: 'session-ended' });
    }
  });

  it('accepts a newer token for its claims, and never the token that was refused', async () => {
    const { background, id } = await world.signedIn();
    const need = { accountId: id, permissions: ['User.Read'] as const };
    const refused = await token(background, need);
    const challenged = { ...need, refused, claims: '{"access_token":{}}' };
    const next = await token(background, challenged);
    expect(next).not.toBe(refused);
    expect(await token(background, challenged)).toBe(next);
    expect(world.tokenRequests()).toBe(2);
  });

  it('is not served by a token in its last minute', async () => {
    world.tenant.control.faults.accessTokenSeconds = 3600;
    const { background, id } = await world.signedIn();
    const need = { accountId: id, permissions: ['User.Read'] as const };
    const [held] = await background.life.run(() => background.services.holdings.accessTokens(id));
    world.passTime((held?.expiresOn ?? 0) - minutes(1) - Date.now());
    expect(await token(background, need)).not.toBe(held?.token);
  });

  it('is not served by a token of more than a minute in the future, which is a clock that was put back', async () => {
    const { background, id } = await world.signedIn();
    const need = { accountId: id, permissions: ['User.Read'] as const };
    const held = await token(background, need);
    world.passTime(-minutes(1));
    expect(await token(background, need)).toBe(held);
    world.passTime(-1);
    expect(await token(background, need)).not.toBe(held);
  });
});

describe('A look for what has been granted elsewhere', () => {
  it('is left out where the last answer is young enough, and says that it could not look', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(minutes(1));
    expect(await discover(background, id, { youngerThanMs: minutes(1) + 1 })).toBe(false);
    expect(world.tokenRequests()).toBe(1);
    expect(await discover(background, id, { youngerThanMs: minutes(1) })).toBe(true);
    expect(world.tokenRequests()).toBe(2);
  });

  it('leaves half of the budget to renewals, but for a click', async () => {
    const { background, id } = await world.signedIn();
    for (let count = 0; count < 5; count += 1) {
      expect(await discover(background, id, { youngerThanMs: 0 })).toBe(true);
    }
    expect(await discover(background, id, { youngerThanMs: 0 })).toBe(false);
    expect(await discover(background, id, { youngerThanMs: 0, isClick: true })).toBe(true);
    expect(world.tokenRequests()).toBe(7);
  });

  it('could not look where Microsoft fails, and where nobody is signed in', async () => {
    const { background, id } = await world.signedIn();
    expect(await discover(background, 'nobody', { youngerThanMs: 0 })).toBe(false);
    world.tenant.control.faults.token = { status: 503, body: {} };
    expect(await discover(background, id, { youngerThanMs: 0 })).toBe(false);
  });

  it('asks for the profile alone, or for one that is held where the profile is paused', async () => {
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    const asked = () => world.network.tokenForms.at(-1)?.get('scope')?.split(' ')[0];
    await discover(background, id, { youngerThanMs: 0 });
    expect(asked()).toBe('User.Read');
    await background.handlers.setPaused(id, 'User.Read', true);
    await discover(background, id, { youngerThanMs: 0 });
    expect(['User.Read', 'Mail.ReadBasic']).toContain(asked());
  });
});

describe('Giving up', () => {
  it('drops the tokens in hand, notes why, and tells every page', async () => {
    const { background, id } = await world.signedIn();
    const { ladder, changes } = background.services;
    const before = changes.revision;
    await background.life.run(() => ladder.giveUp(id, new AppError('sign-in-revoked')));
    expect(fake.session.items).not.toHaveProperty([`tokens:${id}`]);
    expect(await standingOf(id).get()).toMatchObject({ obstacle: { reason: 'sign-in-revoked' } });
    expect(changes.revision).toBeGreaterThan(before);
  });
});
