import { beforeEach, describe, expect, it } from 'vitest';
import type { Icon } from '../../background/icon.ts';
import { showPopup } from '../../background/popup-window.ts';
import { popupPlace } from '../../src/place.ts';
import { fake, resetFakeBrowser } from '../fakes/fake-browser.ts';

beforeEach(() => {
  resetFakeBrowser();
  shown.length = 0;
});

const shown: string[] = [];
const icon: Icon = {
  show: async (sign) => void shown.push(sign),
  clear: async () => undefined,
  draw: async () => undefined,
};
const show = (isWanted = true) => showPopup(icon, 7, () => isWanted);
const atMail = { panel: 'mail', message: null, wish: null };

describe('The popup that opens again after the sign-in window', () => {
  it('opens over the window in which the person was', async () => {
    await show();
    expect(fake.popupOpened).toEqual([{ windowId: 7 }]);
  });

  it('stays closed if a side panel shows how the sign-in ended', async () => {
    fake.openSidePanels = 1;
    await popupPlace.set(atMail);
    await show();
    expect(fake.popupOpened).toEqual([]);
  });

  it('leaves a dot on the icon if the browser does not let it open', async () => {
    fake.popupRefusal = new Error('Failed to open popup.');
    await show();
    expect(shown).toEqual(['●']);
  });

  it('leaves no dot if the person has gone on meanwhile', async () => {
    fake.popupRefusal = new Error('Failed to open popup.');
    await show(false);
    expect(shown).toEqual([]);
  });

  it.each([
    ['it is where the person came from', { isAway: true }],
    [
      'a change waits in it',
      { wish: { accountId: 'a', edit: { kind: 'mark-message', messageId: 'm', isRead: true } as const } },
    ],
  ])('opens beside a side panel if %s', async (_, part) => {
    fake.openSidePanels = 1;
    await popupPlace.set({ ...atMail, ...part });
    await show();
    expect(fake.popupOpened).toHaveLength(1);
  });
});
