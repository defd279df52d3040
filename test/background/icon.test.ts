import { describe, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { registerPageMenu } from '../../background/page-menu.ts';
import { fake } from '../fakes/fake-browser.ts';
import { surroundings } from '../fakes/fake-surroundings.ts';
import { setUpWatchWorld } from './watch/with-watch.ts';

const world = setUpWatchWorld();
const starting = { addListener: () => undefined };
Object.assign(browser.runtime, { onInstalled: starting, onStartup: starting });

describe('A sign on the icon', () => {
  it('covers the number until the popup opens, and its title explains it', async () => {
    await world.watching(['unread']);
    const number = fake.badge;
    const { services } = world.background;
    await services.icon.show('●');
    expect(fake.badge).toBe('●');
    expect(surroundings.title).toBe('Lanyard has something to show you.');
    await world.nextAlarm();
    await world.wakeUp();
    expect(fake.badge).toBe('●');
    await world.background.handlers.getSession();
    await expect.poll(() => fake.badge).toBe(number);
    expect(surroundings.title).toBe(`Lanyard: ${number} unread messages`);
  });

  it('covers the warning mark, which shows again afterwards', async () => {
    await world.watching(['unread']);
    world.tenant.control.revokeSessions(world.someone('member'));
    await world.nextAlarm();
    expect(fake.badge).toBe('!');
    const { services } = world.background;
    await services.icon.show('✓');
    expect([fake.badge, surroundings.badgeColor]).toEqual(['✓', '#0f6cbd']);
    await services.icon.clear();
    expect([fake.badge, surroundings.badgeColor]).toEqual(['!', '#616161']);
  });

  it('is removed by the next background if the background that added it has stopped', async () => {
    await world.watching(['unread']);
    const number = fake.badge;
    const { services } = world.background;
    await services.icon.show('✓');
    await world.wakeUp();
    expect(fake.badge).toBe('✓');
    world.background.life.run(() => registerPageMenu(world.background.services));
    await expect.poll(() => fake.badge).toBe(number);
  });
});
