import { describe, expect, it } from 'vitest';
import { factsOf } from '../../options/facts.ts';
import { listPermissions } from '../../options/standing.ts';
import { timeAndDay } from '../../options/times.ts';
import messages from '../../src/_locales/en/messages.json' with { type: 'json' };
import type { LedgerLine } from '../../src/ledger.ts';
import { granted, ledgerLine } from './ledger-line.ts';

const now = 1_700_000_000_000;
const hour = 3_600_000;

/** What the page says about the first permission, by label. */
function told(...lines: LedgerLine[]): Record<string, string> {
  const { inUse, refused } = listPermissions({ lines, steps: [] }, false);
  const [row] = [...inUse, ...refused];
  if (!row) throw new Error('Nothing is listed.');
  return Object.fromEntries(factsOf(row, now).map(({ label, text }) => [label, text]));
}

describe('The facts about a permission', () => {
  it('name its purpose, who granted it, its uses, and the expiry of its token', () => {
    const line = ledgerLine('Mail.ReadBasic', {
      ...granted(now - hour),
      askedFor: 'mail-list',
      uses: 12,
      lastUsedAt: now - 60_000,
      carriedUntil: now + hour,
    });
    expect(told(line)).toEqual({
      factAsked: messages.forMailListTitle.message,
      factGranted: 'By you',
      factUsed: '12 times',
      factToken: `Until ${timeAndDay(now + hour, now)}`,
    });
  });

  it('say of an unused one that it was never used, and that no token has it', () => {
    const line = ledgerLine('User.Read', { ...granted(now), uses: 0, carriedUntil: now - 1 });
    expect(told(line)).toMatchObject({ factUsed: 'Never', factToken: 'None' });
  });

  it.each([
    ['you', 'By you', undefined],
    ['administrator', 'By an administrator', 'noticed'],
    ['earlier', 'Earlier or elsewhere', 'noticed'],
    [null, 'Earlier or elsewhere', 'noticed'],
  ] as const)('have the time of a grant by %s', (grantedBy, text, when) => {
    const [row] = listPermissions(
      { lines: [ledgerLine('User.Read', { grantedAt: now, grantedBy })], steps: [] },
      false,
    ).inUse;
    const fact = row && factsOf(row, now).find(({ label }) => label === 'factGranted');
    expect(fact).toMatchObject({ text, at: now });
    expect(fact?.when).toBe(when);
  });

  it('mention a token that still carries a revoked permission', () => {
    const line = ledgerLine('Mail.Read', { askedAt: now, revokedAt: now, carriedUntil: now + hour });
    expect(told(line)).toMatchObject({
      factTakenBack: '',
      factToken: `Until ${timeAndDay(now + hour, now)}`,
    });
  });

  it.each<[string, Partial<LedgerLine>, string]>([
    ['no', { answer: 'declined' }, 'You said no'],
    ['not now', { answer: 'postponed' }, 'You said not now'],
    ['an administrator', { answer: 'approval-needed' }, 'An administrator decides'],
    ['no answer', { answer: 'none' }, 'The window ended without one'],
    ['an open window', {}, 'None yet'],
  ])('describe the last answer as it was: %s', (_, happened, words) => {
    expect(told(ledgerLine('Mail.Read', { askedAt: now, ...happened })).factAnswer).toBe(words);
  });

  it('name the broader permission that covers it', () => {
    const lines = [ledgerLine('Mail.ReadBasic', { uses: 1 }), ledgerLine('Mail.Read', granted(now))];
    expect(told(...lines)).toEqual({ factGranted: 'As part of Mail.\u200bRead', factUsed: 'Once' });
  });
});
