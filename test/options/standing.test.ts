import { describe, expect, it } from 'vitest';
import { catalogueFor, listPermissions } from '../../options/standing.ts';
import type { LedgerLine } from '../../src/ledger.ts';
import { PERMISSION_NAMES } from '../../src/permissions.ts';
import { granted, ledgerLine } from './ledger-line.ts';

const at = 1_700_000_000_000;
const list = (lines: LedgerLine[], isPersonal = false) => listPermissions({ lines, steps: [] }, isPersonal);
const states = (lines: LedgerLine[]) => {
  const { inUse, refused } = list(lines);
  return Object.fromEntries([...inUse, ...refused].map(({ permission, state }) => [permission, state]));
};

describe('The state of a permission', () => {
  it.each<[string, Partial<LedgerLine>, string | undefined]>([
    ['granted', granted(at), 'granted'],
    ['paused', { ...granted(at), isPaused: true }, 'paused'],
    ['waiting for an administrator', { askedAt: at, answer: 'approval-needed' }, 'waiting'],
    ['waiting, although it was never asked in a window', { answer: 'approval-needed' }, 'waiting'],
    ['declined', { askedAt: at, answer: 'declined' }, 'declined'],
    ['declined, when asked again after it was taken back', { revokedAt: at, answer: 'declined' }, 'declined'],
    ['taken back', { askedAt: at, revokedAt: at }, 'taken-back'],
    ['postponed', { answer: 'postponed' }, 'postponed'],
    ['asked for in a window that is open', { askedAt: at }, 'unanswered'],
    ['asked for in a window that was closed', { askedAt: at, answer: 'none' }, 'unanswered'],
    ['on record without having been asked for', {}, undefined],
  ])('is right for one that is %s', (_, happened, state) => {
    expect(states([ledgerLine('Mail.ReadBasic', happened)])['Mail.ReadBasic']).toBe(state);
  });

  it('is that of the broader permission which covers it, if that is in use', () => {
    const lines = [ledgerLine('Mail.ReadBasic', { uses: 3 }), ledgerLine('Mail.Read', granted(at))];
    expect(list(lines).inUse).toMatchObject([
      { permission: 'Mail.ReadBasic', state: 'covered', partOf: 'Mail.Read' },
      { permission: 'Mail.Read', state: 'granted', partOf: null },
    ]);
  });

  it('does not follow from a broader permission that is paused', () => {
    const lines = [
      ledgerLine('Mail.ReadBasic', { askedAt: at, answer: 'declined' }),
      ledgerLine('Mail.Read', { ...granted(at), isPaused: true }),
    ];
    expect(states(lines)).toEqual({ 'Mail.ReadBasic': 'declined', 'Mail.Read': 'paused' });
  });
});

describe('The permissions page', () => {
  it('has each permission of the catalogue in one place, in the order of the catalogue', () => {
    const lines = [
      ledgerLine('Calendars.ReadBasic', granted(at)),
      ledgerLine('Mail.Read', { askedAt: at, answer: 'declined' }),
      ledgerLine('User.Read', { ...granted(at), isPaused: true }),
    ];
    const { inUse, refused, unasked } = list(lines);
    expect(inUse.map(({ permission }) => permission)).toEqual(['User.Read', 'Calendars.ReadBasic']);
    expect(refused.map(({ permission }) => permission)).toEqual(['Mail.Read']);
    const others = PERMISSION_NAMES.filter((name) => !lines.some(({ scope }) => scope === name));
    expect(unasked.map(({ permission }) => permission)).toEqual(others);
    const all = [...inUse, ...refused, ...unasked].map(({ permission }) => permission);
    expect(all.sort()).toEqual([...PERMISSION_NAMES].sort());
  });

  it('marks a permission that was never asked for, but is covered by another', () => {
    const { unasked } = list([ledgerLine('Mail.Read', granted(at))]);
    expect(unasked.find(({ permission }) => permission === 'Mail.ReadBasic')?.partOf).toBe('Mail.Read');
    expect(unasked.find(({ permission }) => permission === 'Mail.ReadWrite')?.partOf).toBeNull();
  });

  it('separates a permission that was granted unasked, and names its uses', () => {
    const { foreign, inUse } = list([
      ledgerLine('Notes.Read', { grantedAt: at, grantedBy: 'earlier' }),
      ledgerLine('Calendars.Read', { grantedAt: at, grantedBy: 'earlier' }),
      ledgerLine('Contacts.Read', { revokedAt: at }),
    ]);
    expect(inUse).toEqual([]);
    expect(foreign).toEqual([
      { scope: 'Calendars.Read', grantedAt: at, contains: ['Calendars.ReadBasic'] },
      { scope: 'Notes.Read', grantedAt: at, contains: [] },
    ]);
  });

  it('expects an administrator in an organisation, and none for a personal account', () => {
    const consenters = (isPersonal: boolean) =>
      Object.fromEntries(
        catalogueFor(isPersonal).map(({ permission, consenter }) => [permission, consenter]),
      );
    expect(consenters(false)).toMatchObject({
      'User.Read': 'person',
      'Mail.ReadBasic': 'administrator-by-default',
    });
    expect(new Set(Object.values(consenters(true)))).toEqual(new Set(['person']));
  });
});
