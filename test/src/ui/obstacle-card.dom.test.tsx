import { render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Obstacle } from '../../../src/obstacles.ts';
import { ObstacleCard } from '../../../src/ui/obstacle-card.tsx';
import { clockTime } from '../../../src/ui/times.ts';
import { say } from '../../../src/words.ts';
import { settle } from '../../fakes/page/settle.ts';

const NOW = 1_000_000_000_000;
const CORRELATION = '00000000-0000-4000-8000-00000000abcd';

afterEach(() => vi.restoreAllMocks());

const show = (obstacle: Obstacle) => render(<ObstacleCard obstacle={obstacle} />).container;

describe('The card of an obstacle', () => {
  it.each([
    ['cancelled', 'obstacle-info', 'status'],
    ['offline', 'obstacle-warning', 'status'],
    ['unexpected', 'obstacle-error', 'alert'],
  ] as const)('is as loud as %s is bad', (reason, name, role) => {
    const card = show({ reason }).querySelector('section');
    expect(card?.className).toContain(name);
    expect(card?.getAttribute('role')).toBe(role);
  });

  it('says when it is of use to try again, and nothing of a time that has passed', () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    const at = NOW + 60_000;
    expect(show({ reason: 'throttled', retryAt: at }).textContent).toContain(say('notBefore', clockTime(at)));
    expect(show({ reason: 'throttled', retryAt: NOW }).textContent).not.toContain(clockTime(NOW));
  });

  it('offers what can be done about it, and nothing by itself', async () => {
    const run = vi.fn();
    show({ reason: 'offline' });
    expect(screen.queryByRole('button')).toBeNull();
    render(<ObstacleCard obstacle={{ reason: 'offline' }} offers={[{ label: say('tryAgain'), run }]} />);
    await settle(() => screen.getByText(say('tryAgain')).click());
    expect(run).toHaveBeenCalledOnce();
  });

  it('can be put away only where somebody wants to hear of it', async () => {
    const onDismiss = vi.fn();
    const { rerender } = render(<ObstacleCard obstacle={{ reason: 'offline' }} onDismiss={onDismiss} />);
    await settle(() => screen.getByLabelText(say('dismiss')).click());
    expect(onDismiss).toHaveBeenCalledOnce();
    rerender(<ObstacleCard obstacle={{ reason: 'offline' }} onDismiss={undefined} />);
    expect(screen.queryByLabelText(say('dismiss'))).toBeNull();
  });
});

describe('The details for support', () => {
  const details = () => document.querySelector('.details');
  const copy = () => settle(() => document.querySelector<HTMLElement>('.copy-details')?.click());
  const known: Obstacle = {
    reason: 'unexpected',
    detail: 'AADSTS9002326',
    incident: { correlationId: CORRELATION, at: NOW },
  };

  it('are hidden if they are empty', () => {
    show({ reason: 'unexpected' });
    show({ reason: 'unexpected', incident: { at: NOW } });
    expect(details()).toBeNull();
  });

  it('are folded behind the code', () => {
    show(known);
    expect(details()?.hasAttribute('open')).toBe(false);
    expect(details()?.querySelector('summary code')?.textContent).toBe('AADSTS9002326');
    expect(details()?.textContent).toContain(CORRELATION);
  });

  it('are copied with the time as a log has it, which is said', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    show(known);
    await copy();
    const text = write.mock.calls[0]?.[0];
    expect(text).toContain(`${say('detailCode')}: AADSTS9002326`);
    expect(text).toContain(`${say('detailCorrelation')}: ${CORRELATION}`);
    expect(text).toContain(new Date(NOW).toISOString());
    expect(document.querySelector('.copy-details')?.textContent).toBe(say('copied'));
    expect(document.getElementById('said')?.textContent).toBe(say('copied'));
  });

  it('are not said to be copied where the browser refuses', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    show(known);
    await copy();
    expect(document.querySelector('.copy-details')?.textContent).toBe(say('copyDetails'));
    expect(document.getElementById('said')?.textContent).toBe('');
  });

  it('lose their note about copying once they change', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { rerender } = render(<ObstacleCard obstacle={known} />);
    await copy();
    rerender(<ObstacleCard obstacle={{ ...known, detail: 'AADSTS50076' }} />);
    expect(document.querySelector('.copy-details')?.textContent).toBe(say('copyDetails'));
  });
});
