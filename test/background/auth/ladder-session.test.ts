import { describe, expect, it } from 'vitest';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();

describe("Microsoft's session in the browser", () => {
  it('brings a new token after 24 hours, without a window (T31)', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(hours(25));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect([world.person.windows, world.person.silentFlows]).toEqual([1, 1]);
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.person.silentFlows).toBe(1);
  });

  it('is tried once in ten minutes if it has ended, by any number of callers and lives (T31)', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.endSession(world.someone('member'));
    world.passTime(hours(25));
    await Promise.all(Array.from({ length: 20 }, () => background.handlers.getProfile(id)));
    const next = await world.wake();
    expect(await next.handlers.getProfile(id)).toMatchObject({
      obstacle: { reason: 'refresh-token-expired' },
    });
    expect(world.person.silentFlows).toBe(1);
    world.passTime(minutes(10));
    await next.handlers.getProfile(id);
    expect(world.person.silentFlows).toBe(2);
    expect(await next.handlers.getSession()).toMatchObject({ status: 'signed-in' });
  });

  it('is not tried if Microsoft wants to see the person, and the refresh token once in ten minutes', async () => {
    const { background, id } = await world.signedIn();
    world.tenant.control.faults.token = { status: 400, body: { error: 'interaction_required' } };
    world.passTime(hours(2));
    for (let count = 0; count < 3; count += 1) {
      const reply = await background.handlers.getProfile(id);
      expect(reply).toMatchObject({ obstacle: { reason: 'extra-check' } });
    }
    expect([world.tokenRequests(), world.person.silentFlows]).toEqual([2, 0]);
    world.passTime(minutes(10));
    world.tenant.control.faults.token = null;
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });

  it('is ignored, without harm, if it belongs to another person (T33)', async () => {
    const { id } = await world.signedIn();
    world.person.forgetCookies();
    const other = (await world.signedIn(world.someone('administrator'))).id;
    await (await world.wake()).handlers.signOut([other]);
    const next = await world.wake();
    world.person.isHintIgnored = true;
    world.passTime(hours(25));
    expect(await next.handlers.getProfile(id)).toMatchObject({
      obstacle: { reason: 'refresh-token-expired' },
    });
    const session = await next.handlers.getSession();
    expect(session).toMatchObject({ status: 'signed-in', accounts: [{ id }] });
  });
});
