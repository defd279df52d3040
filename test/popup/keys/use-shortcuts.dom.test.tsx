import { render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { listenForKeys } from '../../../popup/keys/listen-for-keys.ts';
import { useShortcuts } from '../../../popup/keys/use-shortcuts.ts';
import { type Go, type Place, START } from '../../../popup/use-place.ts';
import { page } from '../../fakes/page/fake-page.ts';
import { settle } from '../../fakes/page/settle.ts';

// Once in a page, as in the popup's script.
listenForKeys();

/** Presses a key where the focus is. Returns false if the page keeps it from the browser. */
function press(key: string, more: KeyboardEventInit = {}): boolean {
  const target = document.activeElement ?? document.body;
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
}

function Popup({ go, place = START, isKnown = true }: { go: Go; place?: Place; isKnown?: boolean }) {
  useShortcuts(place, go, isKnown);
  if (!isKnown) return <main />;
  return (
    <main>
      <button type="button" role="tab">
        Today
      </button>
      <input aria-label="Task" />
      <details>
        <summary>An event</summary>
        <button type="button">Accept</button>
      </details>
    </main>
  );
}

const dialogs = () => document.querySelectorAll('.shortcuts[open]').length;
const dialogOpens = () => expect.poll(dialogs).toBe(1);
const searched = { panel: 'people' };

it('opens the shortcuts for a key that was pressed before anything was drawn', async () => {
  expect(press('?')).toBe(false);
  render(<Popup go={() => undefined} />);
  await dialogOpens();
});

it('acts on a key that comes in the moment of the first drawing, before any effect has run', async () => {
  const go = vi.fn();
  // Outside of Testing Library, which would run the effects at once.
  const { render: draw } = await import('preact');
  draw(<Popup go={go} />, document.body);
  press('/');
  expect(go).toHaveBeenCalledExactlyOnceWith(searched);
  draw(null, document.body);
});

it('acts on several early keys once each, in the order in which they were pressed', async () => {
  const done: string[] = [];
  vi.spyOn(document.body, 'append').mockImplementation(() => void done.push('help'));
  press('/');
  press('?');
  render(<Popup go={() => void done.push('search')} />);
  await expect.poll(() => done).toEqual(['search', 'help']);
  vi.restoreAllMocks();
  const { rerender } = render(<Popup go={() => void done.push('search')} />);
  rerender(<Popup go={() => void done.push('search')} />);
  await settle();
  expect(done).toEqual(['search', 'help']);
});

it('keeps a search until it is known who is signed in', async () => {
  const go = vi.fn();
  const { rerender } = render(<Popup go={go} isKnown={false} />);
  press('/');
  rerender(<Popup go={go} isKnown={false} />);
  expect(go).not.toHaveBeenCalled();
  rerender(<Popup go={go} />);
  expect(go).toHaveBeenCalledExactlyOnceWith(searched);
});

it('forgets a search when nobody turns out to be signed in', () => {
  const go = vi.fn();
  press('/');
  const SignedOut = () => {
    useShortcuts(START, go, true);
    return <main />;
  };
  const { unmount } = render(<SignedOut />);
  unmount();
  render(<Popup go={go} />);
  expect(go).not.toHaveBeenCalled();
});

it('counts an early key once that is held down, and keeps the browser from looking for it', () => {
  const go = vi.fn();
  press('/');
  for (let count = 0; count < 50; count++) expect(press('/', { repeat: true })).toBe(false);
  render(<Popup go={go} />);
  expect(go).toHaveBeenCalledOnce();
});

it('takes back what has been pressed before when Escape follows, which stays the browser’s', () => {
  const go = vi.fn();
  press('/');
  expect(press('Escape')).toBe(true);
  render(<Popup go={go} />);
  expect(go).not.toHaveBeenCalled();
});

it.each([
  ['Control', { ctrlKey: true }],
  ['Alt', { altKey: true }],
  ['Meta', { metaKey: true }],
])('leaves an early key with %s to the browser', (_, modifier) => {
  const go = vi.fn();
  expect(press('/', modifier)).toBe(true);
  render(<Popup go={go} />);
  expect(go).not.toHaveBeenCalled();
});

it('takes an early sign that is written with Alt Gr for the sign', () => {
  const go = vi.fn();
  press('/', { ctrlKey: true, altKey: true });
  render(<Popup go={go} />);
  expect(go).toHaveBeenCalledOnce();
});

it('leaves a letter to the field in which it is typed', () => {
  const go = vi.fn();
  render(<Popup go={go} />);
  screen.getByLabelText('Task').focus();
  expect(press('/')).toBe(true);
  expect(go).not.toHaveBeenCalled();
});

it('leaves every key to an open dialog', async () => {
  const go = vi.fn();
  render(<Popup go={go} />);
  press('?');
  await dialogOpens();
  expect(press('/')).toBe(true);
  expect(go).not.toHaveBeenCalled();
});

it('opens one dialog, also if the key is pressed again before the first has come', async () => {
  render(<Popup go={() => undefined} />);
  press('?');
  press('?');
  await dialogOpens();
  await settle();
  expect(document.querySelectorAll('dialog')).toHaveLength(1);
});

it('folds the details that the focus is in, and gives it to their summary', () => {
  render(<Popup go={() => undefined} />);
  const details = document.querySelector('details');
  if (details) details.open = true;
  screen.getByText('Accept').focus();
  expect(press('Escape')).toBe(false);
  expect(details?.open).toBe(false);
  expect(document.activeElement?.tagName).toBe('SUMMARY');
});

it('leaves an open message with Escape, and the popup where none is open', () => {
  const go = vi.fn();
  const message = { accountId: 'id', id: 'm1' };
  const { rerender } = render(<Popup go={go} place={{ ...START, panel: 'mail', message }} />);
  expect(press('Escape')).toBe(false);
  expect(go).toHaveBeenCalledExactlyOnceWith({ message: null });
  // Another panel is in front of it.
  rerender(<Popup go={go} place={{ ...START, panel: 'tasks', message }} />);
  expect(press('Escape')).toBe(true);
  expect(go).toHaveBeenCalledOnce();
});

it('goes to the search field of the panel that is shown', () => {
  const go = vi.fn();
  render(
    <>
      <Popup go={go} />
      <div role="tabpanel" hidden>
        <input type="search" aria-label="Hidden" />
      </div>
      <div role="tabpanel">
        <input type="search" aria-label="Files" />
      </div>
    </>,
  );
  const field = screen.getByLabelText('Files');
  if (!(field instanceof HTMLInputElement)) throw new Error('The field is missing.');
  field.value = 'plan';
  press('/');
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4]);
  expect(go).not.toHaveBeenCalled();
});

it('shows its own keys also if the browser does not tell its shortcuts', async () => {
  page.areCommandsBroken = true;
  render(<Popup go={() => undefined} />);
  press('?');
  await dialogOpens();
});
