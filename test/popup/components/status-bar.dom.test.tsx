import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { StatusBar } from '../../../popup/components/status-bar.tsx';
import type { Reason } from '../../../src/errors.ts';
import { clockTime } from '../../../src/ui/times.ts';
import { say } from '../../../src/words.ts';
import { settle } from '../../fakes/page/settle.ts';

const reload = vi.fn();

function bar({ data = [] as unknown, isLoading = false, reason = null as Reason | null } = {}) {
  return (
    <StatusBar
      reading={{ data, readAt: data === null ? null : 5, isLoading, reload }}
      obstacle={reason && { reason }}
      webApp={undefined}
    />
  );
}

const said = () => document.getElementById('said')?.textContent;
const refresh = () => settle(() => screen.getByLabelText(say('refresh')).click());

describe('The line below a panel', () => {
  it('says when the data was read, and nothing before there is any', () => {
    const { rerender } = render(bar({ data: null, isLoading: true }));
    expect(screen.queryByRole('button')).toBeNull();
    rerender(bar());
    expect(screen.getByText(say('asOf', clockTime(5)))).toBeTruthy();
  });

  it('says once that the data has been read again, after a click', async () => {
    const { rerender } = render(bar());
    await refresh();
    expect(reload).toHaveBeenCalledOnce();
    rerender(bar({ isLoading: true }));
    expect(said()).toBe('');
    await settle(() => rerender(bar()));
    expect(said()).toBe(say('focusRefreshed'));
  });

  it('says nothing when the data is read again by itself', async () => {
    const { rerender } = render(bar());
    rerender(bar({ isLoading: true }));
    await settle(() => rerender(bar()));
    expect(said()).toBe('');
  });

  it('leaves it to what is in the way to say why the data was not read', async () => {
    const { rerender } = render(bar());
    await refresh();
    rerender(bar({ isLoading: true }));
    await settle(() => rerender(bar({ reason: 'offline' })));
    expect(said()).toBe('');
    expect(screen.getByRole('status', { name: '' })).toBeTruthy();
    expect(document.querySelector('.status-trouble')?.textContent).toBe(say('offlineShort'));
    expect(document.querySelector('.status-trouble')?.getAttribute('title')).toBe(say('offlineTitle'));
  });
});
