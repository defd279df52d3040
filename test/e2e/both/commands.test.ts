import { expect } from 'vitest';
import { browserName, test, words } from '../world.ts';

declare const chrome: {
  commands: { getAll(): Promise<{ name: string; description: string; shortcut: string }[]> };
};

test('The browser lists the shortcuts of Lanyard in words, and has assigned the suggested one', async ({
  lanyard,
}) => {
  const commands = await lanyard.inExtension(() => chrome.commands.getAll());
  const side = browserName === 'firefox' ? '_execute_sidebar_action' : 'open-side-panel';
  const byName = Object.fromEntries(commands.map(({ name, ...rest }) => [name, rest]));
  expect(byName).toEqual({
    // Chromium has words of its own for that one.
    _execute_action: {
      description: browserName === 'firefox' ? words('commandOpen') : '',
      shortcut: 'Alt+Shift+L',
    },
    [side]: { description: words('commandOpenSide'), shortcut: '' },
  });
});
