import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openShortcuts } from '../../../popup/keys/shortcuts-dialog.tsx';
import { say } from '../../../src/words.ts';
import { page } from '../../fakes/page/fake-page.ts';
import { settle } from '../../fakes/page/settle.ts';

const dialog = () => document.querySelector<HTMLDialogElement>('.shortcuts');
const keysOf = (words: string) =>
  [...document.querySelectorAll('.shortcut-list > div')].find(
    (line) => line.querySelector('dt')?.textContent === words,
  )?.lastElementChild?.textContent;

describe('The dialog of the shortcuts', () => {
  it('is in front of the popup from its first moment on', async () => {
    await openShortcuts();
    // Before any effect after the paint.
    expect(dialog()?.open).toBe(true);
  });

  it('has the popup’s keys and the browser’s as they are set now', async () => {
    page.commands = [
      { name: '_execute_action', shortcut: 'Ctrl+Shift+1' },
      { name: 'open-side-panel', shortcut: '' },
      { name: 'of-somebody-else', shortcut: 'Alt+1' },
    ];
    await openShortcuts();
    expect(keysOf(say('keysSearch'))).toBe('/');
    expect(keysOf(say('keysTabs'))).toBe('←→');
    expect(keysOf(say('commandOpen'))).toBe('Ctrl+Shift+1');
    expect(keysOf(say('commandOpenSide'))).toBe(say('keysNone'));
    expect(dialog()?.textContent).not.toContain('Alt+1');
  });

  it('has the popup’s keys also where the browser does not tell its own', async () => {
    page.areCommandsBroken = true;
    await openShortcuts();
    expect(keysOf(say('keysHelp'))).toBe('?');
  });

  it('leaves nothing in the page once it is closed', async () => {
    const before = document.body.children.length;
    await openShortcuts();
    await settle(() => screen.getByLabelText(say('keysDone')).click());
    expect(dialog()).toBeNull();
    expect(document.body.children).toHaveLength(before);
  });

  it('is there once, and again after it was closed', async () => {
    await Promise.all([openShortcuts(), openShortcuts()]);
    expect(document.querySelectorAll('.shortcuts')).toHaveLength(1);
    await settle(() => dialog()?.close());
    await openShortcuts();
    expect(dialog()?.open).toBe(true);
  });

  it('leads to where the browser’s own are changed', async () => {
    await openShortcuts();
    await settle(() => screen.getByText(say('keysChange')).click());
    expect(page.tabsOpened).toEqual(['chrome://extensions/shortcuts']);
  });
});
