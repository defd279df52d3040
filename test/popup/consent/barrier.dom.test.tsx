import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Obstacle } from '../../../src/obstacles.ts';
import { describePermission } from '../../../src/permissions.ts';
import { describePurpose } from '../../../src/purposes.ts';
import { say } from '../../../src/words.ts';
import { mira, sam } from '../../fakes/page/people.ts';
import { settle } from '../../fakes/page/settle.ts';
import { act, barred, button, click, onLeave, retry, Shown } from './shown-barrier.tsx';

const card = () => document.querySelector<HTMLElement>('.consent-card');

it('shows nothing while it is asked, and where nothing stands in front', () => {
  const { container, rerender } = render(<Shown />);
  expect(container.textContent).toBe('');
  rerender(<Shown reply={{ kind: 'ready', data: [], readAt: 0 }} />);
  expect(container.textContent).toBe('');
});

describe('The card that asks for a permission', () => {
  it('says what it is for, what it allows and what not, and whose yes it takes', () => {
    render(<Shown reply={barred({ reason: 'consent-missing' })} />);
    const text = card()?.textContent;
    const { lets, not } = describePermission('Calendars.ReadBasic');
    for (const key of [describePurpose('calendar').title, describePurpose('calendar').shows, lets, not]) {
      expect(text).toContain(say(key));
    }
    expect(text).toContain(say('forecastByDefault'));
    // The first time there is nothing to tell of the last.
    expect(document.querySelector('.pass-said')).toBeNull();
  });

  it('forecasts that a person decides by themselves where the account is their own', () => {
    render(<Shown account={sam} reply={barred({ reason: 'consent-missing' })} />);
    expect(card()?.textContent).toContain(say('forecastPerson'));
  });

  it('leads on to Microsoft for that account and purpose', async () => {
    render(<Shown reply={barred({ reason: 'consent-missing' })} />);
    await click(say('askContinue'));
    expect(act).toHaveBeenCalledExactlyOnceWith('signIn', {
      kind: 'again',
      accountId: mira.id,
      purpose: 'calendar',
    });
  });

  it('asks for what the background has named, rather than for what the panel is for', async () => {
    render(<Shown reply={barred({ reason: 'consent-missing', purpose: 'profile' })} />);
    await click(say('askContinue'));
    expect(act).toHaveBeenCalledWith('signIn', expect.objectContaining({ purpose: 'profile' }));
  });

  it.each([
    ['declined', 'askAgain', 'declinedTitle'],
    ['consent-revoked', 'allowAgain', 'consentRevokedTitle'],
    ['partly-granted', 'allowAgain', 'partlyGrantedTitle'],
  ] as const)('says how it ended when it was %s, and asks once more', (reason, words, title) => {
    render(<Shown reply={barred({ reason, detail: 'AADSTS65004' })} />);
    expect(document.querySelector('.pass-said')?.textContent).toContain(say(title));
    expect(document.querySelector('.details')?.textContent).toContain('AADSTS65004');
    expect(button(say(words)).className).toContain('consent-continue');
  });

  it('is postponed at a click, which ends what was wanted and what was said as well', async () => {
    render(<Shown said={{ reason: 'declined', purpose: 'calendar' }} canLeave />);
    await click(say('notNow'));
    expect(onLeave).toHaveBeenCalledOnce();
    expect(act.mock.calls).toEqual([['dismiss'], ['postpone', mira.id, 'calendar']]);
  });

  it('is one line once it was postponed, unfolds at a click, and folds with the next postponement', async () => {
    render(<Shown reply={barred({ reason: 'postponed' })} />);
    expect(card()).toBeNull();
    await click(say('turnOn'));
    expect(card()).not.toBeNull();
    expect(act).not.toHaveBeenCalled();
    await click(say('notNow'));
    expect(card()).toBeNull();
    expect(act).toHaveBeenCalledExactlyOnceWith('postpone', mira.id, 'calendar');
  });

  it('is folded again for another purpose, although it stands in the same place', async () => {
    const { rerender } = render(<Shown reply={barred({ reason: 'postponed' })} />);
    await click(say('turnOn'));
    rerender(<Shown purpose="tasks" reply={barred({ reason: 'postponed' })} />);
    expect(card()).toBeNull();
  });
});

describe('A permission that was paused', () => {
  it('is resumed at a click', async () => {
    render(<Shown reply={barred({ reason: 'paused' })} />);
    await click(say('resume'));
    expect(act).toHaveBeenCalledExactlyOnceWith('setPaused', mira.id, 'Calendars.ReadBasic', false);
  });
});

describe('The outcome of the last click', () => {
  it('is shown before what the background has answered, and dismissed at a click', async () => {
    render(<Shown said={{ reason: 'unverified' }} reply={barred({ reason: 'offline' })} />);
    expect(screen.getByRole('alert').textContent).toContain(say('unverifiedTitle'));
    expect(screen.queryByText(say('offlineTitle'))).toBeNull();
    await click(say('dismiss'));
    expect(act).toHaveBeenCalledExactlyOnceWith('dismiss');
  });

  it('is a notice above the card that it came from, whose button asks again', () => {
    render(<Shown said={{ reason: 'cancelled' }} reply={barred({ reason: 'consent-missing' })} />);
    expect(screen.getByText(say('cancelledTitle'))).toBeTruthy();
    expect(card()).not.toBeNull();
    expect(screen.queryByRole('button', { name: say('continueAs', mira.username) })).toBeNull();
  });

  it('is a notice that keeps what only it offers', async () => {
    const said: Obstacle = { reason: 'wrong-account', picked: 'other@halloran.example' };
    render(<Shown said={said} reply={barred({ reason: 'consent-missing' })} />);
    // By its text: Testing Library takes the place where the address may break for a space.
    const offer = screen.getAllByRole('button').find(({ textContent }) => textContent?.includes('other@'));
    expect(offer?.textContent).toBe(say('useInstead', 'other@halloran.example'));
    await settle(() => offer?.click());
    expect(act).toHaveBeenCalledExactlyOnceWith('signIn', {
      kind: 'add',
      username: 'other@halloran.example',
    });
  });

  it('is dismissed by itself once what it asked for has been granted elsewhere', async () => {
    const said: Obstacle = { reason: 'approval-needed', purpose: 'calendar' };
    const { container } = render(<Shown said={said} reply={{ kind: 'ready', data: [], readAt: 0 }} />);
    await settle();
    expect(act).toHaveBeenCalledExactlyOnceWith('dismiss');
    expect(container.textContent).toBe('');
  });
});

describe('An obstacle without a card of its own', () => {
  it('has the data asked for again where trying again helps', async () => {
    render(<Shown reply={barred({ reason: 'offline' })} />);
    await click(say('tryAgain'));
    expect(retry).toHaveBeenCalledOnce();
    expect(act).not.toHaveBeenCalled();
  });

  it('has Microsoft’s window tried again where that is what failed', async () => {
    render(<Shown said={{ reason: 'network-sign-in', purpose: 'calendar' }} />);
    await click(say('tryAgain'));
    expect(retry).not.toHaveBeenCalled();
    expect(act).toHaveBeenCalledExactlyOnceWith('signIn', {
      kind: 'again',
      accountId: mira.id,
      purpose: 'calendar',
    });
  });

  it('offers nothing that could not help', () => {
    render(<Shown reply={barred({ reason: 'no-access' })} />);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('is left where only a change wanted something', async () => {
    render(<Shown reply={barred({ reason: 'not-found' })} canLeave />);
    await click(say('dismiss'));
    expect(onLeave).toHaveBeenCalledOnce();
  });
});
