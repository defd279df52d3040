import { describe, expect, it, vi } from 'vitest';
import { createVault } from '../../background/auth/vault.ts';
import { defer } from './deferred.ts';
import { fake } from './fake-browser.ts';
import { fakeEvent } from './fake-surroundings.ts';
import { strangers } from './life-scope.ts';
import { hours, setUpWorld } from './world.ts';

const world = setUpWorld();
const permissions = ['User.Read'] as const;

/** Resolves once everything that is ready to run has run, and every timer of this moment. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('A service that a test calls', () => {
  it('takes its locks in the life of its background', async () => {
    const { background, id } = await world.signedIn();
    const held = defer();
    world.tenant.control.faults.delay.token = held.promise;
    world.passTime(hours(2));
    const token = background.services.ladder.token({ accountId: id, permissions });
    await expect.poll(() => world.tokenRequests()).toBe(2);
    const renewed = background.handlers.getProfile(id);
    held.resolve();
    expect(await renewed).toMatchObject({ kind: 'ready' });
    expect(await token).toEqual(expect.any(String));
    expect(world.tokenRequests()).toBe(2);
  });

  it('gives no answer in a life that ends meanwhile', async () => {
    const { background, id } = await world.signedIn();
    let answers = 0;
    const note = () => {
      answers += 1;
    };
    background.services.ladder.token({ accountId: id, permissions }).then(note, note);
    background.life.end();
    await turn();
    expect(answers).toBe(0);
  });

  it('cannot be called when its life is over', async () => {
    const { background, id } = await world.signedIn();
    await world.wake();
    expect(() => background.services.ladder.token({ accountId: id, permissions })).toThrow('is over');
    expect(() => background.handlers.getProfile(id)).toThrow('is over');
  });
});

describe('A call of the browser’s locks or of the network outside a life', () => {
  it('fails, and so does the test that makes it', async () => {
    await world.wake();
    await expect(async () => createVault().write('a', 'b')).rejects.toThrow(
      'outside a life of the background',
    );
    await expect(fetch('https://graph.microsoft.com/v1.0/me')).rejects.toThrow('outside a life');
    expect(strangers.splice(0)).toHaveLength(2);
  });
});

describe('A life that has ended', () => {
  it('leaves no timer', async () => {
    const { life } = await world.wake();
    const fired: string[] = [];
    life.run(() => setTimeout(() => fired.push('over')));
    const next = await world.wake();
    next.life.run(() => setTimeout(() => fired.push('alive')));
    await turn();
    expect(fired).toEqual(['alive']);
  });

  it('leaves no timer where timers are held back', async () => {
    const { life } = await world.wake();
    const fired: string[] = [];
    world.holdTimers();
    life.run(() => setTimeout(() => fired.push('over'), 1000));
    const next = await world.wake();
    next.life.run(() => setTimeout(() => fired.push('alive'), 1000));
    await vi.advanceTimersByTimeAsync(1000);
    expect(fired).toEqual(['alive']);
  });

  it('hears no event, and an event is heard in the life that listens to it', async () => {
    const event = fakeEvent<[]>();
    const { life } = await world.wake();
    life.run(() => event.addListener(() => fake.session.set({ heard: true })));
    event.fire();
    await expect.poll(() => fake.session.items).toHaveProperty('heard');
    expect(life.writes).toBeGreaterThan(0);
    await fake.session.remove('heard');
    life.end();
    event.fire();
    await turn();
    expect(fake.session.items).not.toHaveProperty('heard');
  });

  it('opens no window, and writes nothing on the icon', async () => {
    const { life } = await world.wake();
    const { default: browser } = await import('webextension-polyfill');
    life.end();
    life.run(() => {
      browser.action.setBadgeText({ text: '7' });
      browser.identity.launchWebAuthFlow({ url: 'https://login.microsoftonline.com/', interactive: true });
    });
    await turn();
    expect([fake.badge, world.person.windows]).toEqual(['', 0]);
  });
});
