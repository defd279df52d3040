import { render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { TabBar } from '../../../popup/components/tab-bar.tsx';
import { PANELS, panelCalled } from '../../../popup/panels/index.ts';
import type { Obstacle } from '../../../src/obstacles.ts';
import { settle } from '../../fakes/page/settle.ts';

afterEach(() => document.documentElement.removeAttribute('dir'));

function Bar({ obstacle }: { obstacle?: Obstacle }) {
  const [name, choose] = useState('mail');
  return <TabBar panels={PANELS} chosen={panelCalled(name)} obstacle={obstacle} onChoose={choose} />;
}

const chosen = () => document.querySelector('[aria-selected=true]')?.getAttribute('data-panel');
const tab = (name: string) => document.querySelector<HTMLElement>(`[data-panel=${name}]`);
const press = (key: string, more: KeyboardEventInit = {}) =>
  settle(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  });

describe('The tabs', () => {
  it('have one that is chosen, to which alone the Tab key comes', async () => {
    render(<Bar />);
    expect(chosen()).toBe('mail');
    await settle(() => tab('files')?.click());
    expect(chosen()).toBe('files');
    const inOrder = screen.getAllByRole('tab').filter(({ tabIndex }) => tabIndex === 0);
    expect(inOrder).toEqual([tab('files')]);
  });

  it('are gone through with the arrows, which take the focus along and go round', async () => {
    render(<Bar />);
    tab('mail')?.focus();
    await press('ArrowRight');
    expect([chosen(), document.activeElement]).toEqual(['calendar', tab('calendar')]);
    await press('Home');
    await press('ArrowLeft');
    expect([chosen(), document.activeElement]).toEqual(['you', tab('you')]);
  });

  it('are gone through to the other side where one writes from right to left', async () => {
    document.documentElement.dir = 'rtl';
    render(<Bar />);
    tab('mail')?.focus();
    await press('ArrowRight');
    expect(chosen()).toBe('today');
  });

  it.each([{ altKey: true }, { ctrlKey: true }, { metaKey: true }])(
    'leave arrows with %o to the browser',
    async (modifier) => {
      render(<Bar />);
      tab('mail')?.focus();
      await press('ArrowRight', modifier);
      expect(chosen()).toBe('mail');
    },
  );

  it('mark another panel in which something waits to be read, and not the one that is shown', async () => {
    render(<Bar obstacle={{ reason: 'declined', purpose: 'calendar' }} />);
    const marked = () => [...document.querySelectorAll('.tab-marked')];
    expect(marked()).toEqual([tab('calendar')]);
    await settle(() => tab('calendar')?.click());
    expect(marked()).toEqual([]);
  });

  it('mark none for what concerns them all', () => {
    render(<Bar obstacle={{ reason: 'unverified' }} />);
    expect(document.querySelector('.tab-marked')).toBeNull();
  });
});
