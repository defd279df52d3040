import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { say } from '../../../src/words.ts';
import { question } from '../../fakes/page/fake-background.ts';
import { mira } from '../../fakes/page/people.ts';
import { settle } from '../../fakes/page/settle.ts';
import { act, barred, click, onLeave, Shown } from './shown-barrier.tsx';

describe('The card for an organisation that decides', () => {
  const needed = barred({ reason: 'approval-needed' });
  const request = {
    purpose: 'calendar' as const,
    permissions: ['Calendars.ReadBasic' as const],
    link: 'https://login.microsoftonline.com/x/adminconsent',
  };

  it('offers a text that is ready to be sent, once it is asked for', async () => {
    render(<Shown reply={needed} />);
    await click(say('askAdministrator'));
    const open = await question('getApprovalRequest');
    expect(open.params).toEqual([mira.id, 'calendar']);
    await settle(() => open.answer(request));
    const letter = screen.getByLabelText<HTMLTextAreaElement>(say('approvalText')).value;
    expect(letter).toContain(request.link);
    expect(letter).toContain('Calendars.ReadBasic');
    expect(letter).toContain(mira.username);
    expect(screen.queryByRole('button', { name: say('askAdministrator') })).toBeNull();
  });

  it('says so where there is nobody to send it to', async () => {
    render(<Shown reply={needed} />);
    await click(say('askAdministrator'));
    const open = await question('getApprovalRequest');
    await settle(() => open.answer(null));
    expect(document.querySelector('.approval-letter')?.textContent).toBe(say('nothingToSend'));
  });

  it('says why the background gives none', async () => {
    render(<Shown reply={needed} />);
    await click(say('askAdministrator'));
    const open = await question('getApprovalRequest');
    await settle(() => open.refuse('vault-lost'));
    expect(document.querySelector('.approval-letter')?.textContent).toContain(say('vaultLostTitle'));
  });

  it.each([
    ['iAmAdministrator', 'approve'],
    ['tryAgain', 'again'],
  ] as const)('leads on to Microsoft with %s', async (words, kind) => {
    render(<Shown reply={needed} />);
    await click(say(words));
    expect(act).toHaveBeenCalledExactlyOnceWith('signIn', { kind, accountId: mira.id, purpose: 'calendar' });
  });

  it.each([
    ['postponed where it stands in front of a panel', {}, 'notNow', [['postpone', mira.id, 'calendar']]],
    ['given up where a change wanted it', { canLeave: true }, 'dismiss', []],
  ] as const)('is %s', async (_, more, words, calls) => {
    render(<Shown reply={needed} {...more} />);
    await click(say(words));
    expect(act.mock.calls).toEqual(calls);
    expect(onLeave).toHaveBeenCalledTimes('canLeave' in more ? 1 : 0);
  });
});
