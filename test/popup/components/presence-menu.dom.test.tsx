import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { PresenceMenu } from '../../../popup/components/presence-menu.tsx';
import type { Presence } from '../../../src/data/presence.ts';
import { CHOICES } from '../../../src/data/presence.ts';
import type { Edit } from '../../../src/edits.ts';
import type { Reason } from '../../../src/errors.ts';
import { say } from '../../../src/words.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';

function show(data: Presence | null, reason?: Reason, underWay: Edit[] = []) {
  const make = vi.fn();
  const go = vi.fn();
  const obstacle = reason ? { reason } : null;
  const presence = { data, obstacle, readAt: null, reply: null, isLoading: false, reload: () => undefined };
  render(<PresenceMenu presence={presence} editing={{ ...quietEditing, make, underWay }} go={go} />);
  return { make, go };
}

const choices = () => [...document.querySelectorAll<HTMLButtonElement>('.presence-choice')];
const choice = (name: string) => choices().find((each) => each.dataset.choice === name);

describe('The menu for the presence', () => {
  it('says how Teams shows the person, and marks that among the choices', () => {
    show({ availability: 'Busy' });
    expect(document.querySelector('summary')?.textContent).toBe(say('presenceBusy'));
    expect(choices().map(({ dataset }) => dataset.choice)).toEqual([...CHOICES, 'reset']);
    expect(choices().filter((each) => each.getAttribute('aria-pressed') === 'true')).toEqual([
      choice('Busy'),
    ]);
    // To leave it to Teams is no state that could be on.
    expect(choice('reset')?.hasAttribute('aria-pressed')).toBe(false);
  });

  it('marks no entry if the presence is not one to choose', () => {
    show({ availability: 'unknown' });
    expect(choices().some((each) => each.getAttribute('aria-pressed') === 'true')).toBe(false);
  });

  it.each([
    ['Away', 'Away'],
    ['Offline', 'Offline'],
    ['reset', null],
  ] as const)('sets the presence at a click on %s', async (name, wanted) => {
    const { make } = show({ availability: 'Busy' });
    await settle(() => choice(name)?.click());
    expect(make).toHaveBeenCalledExactlyOnceWith({ kind: 'set-presence', choice: wanted });
  });

  it('makes no change while another is under way, and keeps its buttons for the focus', async () => {
    const { make } = show({ availability: 'Busy' }, undefined, [{ kind: 'archive-message', messageId: 'm' }]);
    await settle(() => choice('Away')?.click());
    expect(make).not.toHaveBeenCalled();
    expect(choice('Away')?.getAttribute('aria-disabled')).toBe('true');
    expect(choice('Away')?.disabled).toBe(false);
  });

  it('leads to the person’s own panel where it may not be seen', async () => {
    const { go } = show(null, 'consent-missing');
    await settle(() => screen.getByText(say('presenceOffer')).click());
    expect(go).toHaveBeenCalledExactlyOnceWith({ panel: 'you' });
  });

  it.each([
    ['before it is known', undefined],
    ['where it could only not be read', 'offline' as const],
  ])('is not there %s', (_, reason) => {
    show(null, reason);
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(document.querySelector('.presence-menu')).toBeNull();
  });
});
