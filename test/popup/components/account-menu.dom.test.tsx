import { render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountMenu } from '../../../popup/components/account-menu.tsx';
import { MENU_ID } from '../../../popup/components/me-button.tsx';
import { say } from '../../../src/words.ts';
import { togglePopover } from '../../fakes/page/dom-gaps.ts';
import { page } from '../../fakes/page/fake-page.ts';
import { mira, sam, signedIn } from '../../fakes/page/people.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';

const act = vi.fn();
const go = vi.fn();
const presence = {
  data: null,
  readAt: null,
  obstacle: null,
  reply: null,
  isLoading: false,
  reload: () => undefined,
};

beforeEach(() => {
  act.mockReset();
  go.mockReset();
});

function show(session = signedIn(1)) {
  render(<AccountMenu session={session} act={act} go={go} editing={quietEditing} presence={presence} />);
  const menu = document.getElementById(MENU_ID);
  if (!menu) throw new Error('The menu is missing.');
  return { toggle: (state: 'open' | 'closed') => settle(() => togglePopover(menu, state)) };
}

const click = (words: string) => settle(() => screen.getByText(words).closest('button')?.click());
const entries = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

describe('The account menu', () => {
  it('has nothing in it until it is opened, and nothing after it was closed', async () => {
    const { toggle } = show();
    expect(entries()).toEqual([]);
    await toggle('open');
    expect(entries()).toContain(say('addAccount'));
    await toggle('closed');
    expect(entries()).toEqual([]);
  });

  it('names everybody who is signed in, and marks whose data is shown', async () => {
    const { toggle } = show(signedIn(1, { account: sam, accounts: [mira, sam] }));
    await toggle('open');
    const current = document.querySelectorAll('[aria-current=true]');
    expect([...current].map(({ textContent }) => textContent)).toEqual([`${sam.name}${sam.username}`]);
    await click(mira.name);
    expect(act).toHaveBeenCalledExactlyOnceWith('switchAccount', mira.id);
  });

  it('signs out all of several people, and offers that for one person not at all', async () => {
    const { toggle } = show(signedIn(1, { accounts: [mira, sam] }));
    await toggle('open');
    await click(say('signOutAll'));
    expect(act).toHaveBeenCalledExactlyOnceWith('signOut', [mira.id, sam.id]);
  });

  it('offers to sign out all only where there are several', async () => {
    const { toggle } = show();
    await toggle('open');
    expect(screen.queryByText(say('signOutAll'))).toBeNull();
  });

  it('opens Microsoft’s window for somebody new', async () => {
    const { toggle } = show();
    await toggle('open');
    await click(say('addAccount'));
    expect(act).toHaveBeenCalledExactlyOnceWith('signIn', { kind: 'new' });
  });

  it('has the choice what outlives the browser', async () => {
    const { toggle } = show(signedIn(1, { keep: 'until-close' }));
    await toggle('open');
    const box = screen.getByRole<HTMLInputElement>('checkbox');
    expect(box.checked).toBe(true);
    await settle(() => box.click());
    expect(act).toHaveBeenCalledExactlyOnceWith('setKeep', 'on-disk');
  });

  it('leads to what Lanyard does without being opened', async () => {
    const { toggle } = show();
    await toggle('open');
    await click(say('glanceMenu'));
    expect(page.tabsOpened).toEqual(['chrome-extension://lanyard-id/options/index.html#glance']);
  });

  it('opens the panel at the side of this window, also for a click that comes before the window is known', async () => {
    const { toggle } = show();
    await toggle('open');
    await click(say('sideOpen'));
    expect(page.sidePanels).toEqual([7]);
  });

  it('opens the panel at the side for a click in the very moment in which the menu is drawn', async () => {
    const { toggle } = show();
    const opened = toggle('open');
    await expect.poll(() => screen.queryByText(say('sideOpen'))).not.toBeNull();
    screen.getByText(say('sideOpen')).click();
    await opened;
    expect(page.sidePanels).toEqual([7]);
  });

  it('offers no panel at the side in one', async () => {
    document.documentElement.classList.add('side');
    const { toggle } = show();
    await toggle('open');
    expect(screen.queryByText(say('sideOpen'))).toBeNull();
    document.documentElement.classList.remove('side');
  });

  it('says nothing of a presence to a personal account, which has none', async () => {
    const { toggle } = show(signedIn(1, { account: sam, accounts: [sam] }));
    await toggle('open');
    expect(document.querySelector('.presence-menu, .presence-show')).toBeNull();
  });
});
