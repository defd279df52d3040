import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { ALARM, setAlarm } from '../../../background/watch/alarm.ts';
import { isIdleNow } from '../../../background/watch/idle.ts';
import { resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { MINUTE, NOW } from './signed-in.ts';

const { idle } = browser;

beforeEach(resetFakeBrowser);
afterEach(() => {
  Object.assign(browser, { idle });
});

describe('The alarm', () => {
  it('goes off at the first of the times, and no sooner than browsers let it', async () => {
    await setAlarm([NOW + 3 * MINUTE, NOW + 2 * MINUTE, NOW + 9 * MINUTE], NOW);
    expect([...surroundings.alarms]).toEqual([[ALARM, NOW + 2 * MINUTE]]);
    await setAlarm([NOW - MINUTE], NOW);
    expect(surroundings.alarms.get(ALARM)).toBe(NOW + 30_000);
    await setAlarm([NOW + 29_000], NOW);
    expect(surroundings.alarms.get(ALARM)).toBe(NOW + 30_000);
  });

  it('is taken away if there is no time, and others stay', async () => {
    surroundings.alarms.set('other', NOW);
    await setAlarm([NOW], NOW);
    await setAlarm([], NOW);
    expect([...surroundings.alarms.keys()]).toEqual(['other']);
  });
});

describe('Nobody is at the computer', () => {
  it.each([
    ['active', false],
    ['idle', true],
    ['locked', true],
  ] as const)('if the browser says %s: %s', async (state, isIdle) => {
    surroundings.idle = state;
    expect(await isIdleNow()).toBe(isIdle);
  });

  it('is not said by a browser that does not tell', async () => {
    Object.assign(browser, { idle: undefined });
    expect(await isIdleNow()).toBe(false);
  });

  it('is asked for the last five minutes', async () => {
    const asked: number[] = [];
    Object.assign(browser, {
      idle: {
        queryState: async (seconds: number) => {
          asked.push(seconds);
          return 'active';
        },
      },
    });
    await isIdleNow();
    expect(asked).toEqual([300]);
  });
});
