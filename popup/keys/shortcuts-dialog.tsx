import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type BrowserShortcut, browserShortcuts } from '../../src/browser-shortcuts.ts';
import { openShortcutSettings } from '../../src/pages.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';

/** What is on the keys, where it is no word; and what they do. */
const KEYS: readonly { keys: readonly string[]; does: WordKey }[] = [
  { keys: ['←', '→'], does: 'keysTabs' },
  { keys: ['↑', '↓'], does: 'keysRows' },
  { keys: ['/'], does: 'keysSearch' },
  { keys: ['Esc'], does: 'keysClose' },
  { keys: ['?'], does: 'keysHelp' },
];

/** Shows the dialog in front of the popup. */
export async function openShortcuts(): Promise<void> {
  // Without an answer there are those of the popup still.
  const ofBrowser = await browserShortcuts().catch(() => []);
  // The key was pressed again meanwhile.
  if (document.querySelector('.shortcuts')) return;
  const place = document.createElement('div');
  document.body.append(place);
  const close = () => {
    render(null, place);
    place.remove();
  };
  render(<ShortcutsDialog ofBrowser={ofBrowser} onClose={close} />, place);
}

interface Props {
  ofBrowser: readonly BrowserShortcut[];
  onClose(): void;
}

/** All that the keyboard does here, and the browser's own shortcuts with the way to change them. */
function ShortcutsDialog({ ofBrowser, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // In the same turn as the drawing: until it is shown, Escape would close the popup.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts-title" onClose={onClose}>
      <header class="shortcuts-head">
        <h2 id="shortcuts-title">{say('keysTitle')}</h2>
        <button
          type="button"
          class="button button-icon"
          aria-label={say('keysDone')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="dismiss" />
        </button>
      </header>
      <dl class="shortcut-list">
        {KEYS.map(({ keys, does }) => (
          <Line key={does} keys={keys} does={does} />
        ))}
      </dl>
      <h3>{say('keysBrowser')}</h3>
      <dl class="shortcut-list">
        {ofBrowser.map(({ keys, does }) => (
          <Line key={does} keys={keys === null ? [] : [keys]} does={does} />
        ))}
        <Line keys={['ly']} does="keysAddressBar" />
      </dl>
      <button type="button" class="button change-shortcuts" onClick={() => void openShortcutSettings()}>
        {say('keysChange')}
      </button>
    </dialog>
  );
}

function Line({ keys, does }: { keys: readonly string[]; does: WordKey }) {
  return (
    <div>
      <dt>{say(does)}</dt>
      <dd>{keys.length === 0 ? say('keysNone') : keys.map((key) => <kbd key={key}>{key}</kbd>)}</dd>
    </div>
  );
}
