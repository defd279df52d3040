import { describe, expect, it } from 'vitest';
import { STEP_MS } from '../../../src/ledger.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, lineOf } from './consents.ts';

const world = setUpWorld();

describe('The time line', () => {
  it('has a step for each quarter of an hour in which anything happened', async () => {
    const { background, id } = await world.signedIn();
    const { getLedger, getProfile } = background.handlers;
    await getLedger(id);
    const start = Date.now() + STEP_MS - (Date.now() % STEP_MS);
    for (const at of [start, start + minutes(14), start + minutes(30)]) {
      world.passTime(at - Date.now());
      await getProfile(id);
      // What is counted is written down within a second, and here at once.
      await getLedger(id);
    }
    expect((await getLedger(id)).steps.slice(1)).toEqual([
      { from: start, token: 4, renewal: 0, window: 0, graph: 4 },
      { from: start + minutes(30), token: 2, renewal: 0, window: 0, graph: 2 },
    ]);
  });

  it('counts renewals, windows and failures', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(hours(2));
    await background.handlers.getProfile(id);
    world.tenant.control.faults.token = { status: 503, body: {} };
    world.passTime(hours(2));
    await background.handlers.getProfile(id);
    world.person.does = () => Promise.reject(new Error('The user did not approve access.'));
    await allow(background, id, 'mail-list');
    const { steps } = await background.handlers.getLedger(id);
    const sum = (kind: 'renewal' | 'window') => steps.reduce((total, step) => total + step[kind], 0);
    expect([sum('window'), sum('renewal')]).toEqual([2, world.tokenRequests() - 1]);
  });

  it('is no longer than 24 hours', async () => {
    const { background, id } = await world.signedIn();
    for (let count = 0; count < 14; count += 1) {
      world.passTime(hours(2));
      await background.handlers.getProfile(id);
    }
    const { steps } = await background.handlers.getLedger(id);
    expect(steps).toHaveLength(12);
    for (const { from } of steps) expect(Date.now() - from).toBeLessThan(hours(24));
  });

  it('is empty if nothing has happened for a day', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(hours(30));
    expect((await background.handlers.getLedger(id)).steps).toEqual([]);
  });

  it('has no step in the future if the clock was put back', async () => {
    const { background, id } = await world.signedIn();
    await background.handlers.getProfile(id);
    world.turnClock(-hours(3));
    await background.handlers.getProfile(id);
    const { steps } = await background.handlers.getLedger(id);
    expect(steps).toHaveLength(1);
    expect(steps[0]?.from).toBeLessThanOrEqual(Date.now());
  });
});

describe('Scopes that a server has made up', () => {
  const strange = ['__proto__', 'constructor', 'x'.repeat(121), '<img>', 'a"b', 'é', 'toString'];
  const many = Array.from({ length: 5000 }, (_, count) => `Made.Up.${count}`);

  it.each([
    ['strange', strange],
    ['many', many],
    ['long', [many.join('.')]],
  ])('are bounded and harmless if they are %s', async (_, scopes) => {
    world.network.rewriteToken = (answer) => ({ ...answer, scope: `${answer.scope} ${scopes.join(' ')}` });
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    const next = await world.wake();
    const { lines } = await next.handlers.getLedger(id);
    expect(lines.length).toBeLessThanOrEqual(101);
    for (const { scope } of lines) expect(scope).toMatch(/^[\w.:/-]{1,120}$/);
    expect(await lineOf(next, id, 'User.Read')).toMatchObject({ grantedBy: 'you' });
    expect(await next.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('leave room for the permissions that Lanyard asked for', async () => {
    world.network.rewriteToken = (answer) => ({ ...answer, scope: `${answer.scope} ${many.join(' ')}` });
    const { background, id } = await world.signedIn();
    await allow(background, id, 'mail-list');
    expect(await lineOf(background, id, 'Mail.ReadBasic')).toMatchObject({
      answer: 'granted',
      grantedBy: 'you',
    });
    expect(await background.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });
});
