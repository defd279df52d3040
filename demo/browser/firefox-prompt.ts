import type { Browser } from 'puppeteer-core';
import { runInsideFirefox } from './firefox-inside.ts';
import { waitUntil } from './wait-until.ts';

const BUTTONS = { allow: 'button', refuse: 'secondaryButton' };

/** Answers what Firefox itself asks its person, in a panel of its window, as soon as it does. */
export async function answerFirefox(browser: Browser, answer: keyof typeof BUTTONS): Promise<void> {
  await waitUntil('Firefox to ask', () =>
    runInsideFirefox(browser, pressInPanel, BUTTONS[answer]).then(
      () => true,
      () => null,
    ),
  );
}

/** Runs in Firefox's own window: throws until the panel is open. */
const pressInPanel = `(button) => {
  const { panel } = PopupNotifications;
  if (panel.state !== 'open') throw new Error('The panel is ' + panel.state);
  panel.firstElementChild[button].click();
}`;
