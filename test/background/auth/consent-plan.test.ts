import { describe, expect, it } from 'vitest';
import { missingPermissions, planFor } from '../../../background/auth/consent.ts';
import {
  asAnswered,
  asGranted,
  asPaused,
  asRevoked,
  emptyLedger,
} from '../../../background/auth/ledger-entries.ts';
import type { Reason } from '../../../src/errors.ts';
import type { Answer } from '../../../src/ledger.ts';

const now = 1_000;
const granted = (...scopes: string[]) => asGranted(emptyLedger, scopes, { asked: [], grantor: 'you' }, now);

describe('The plan for a need', () => {
  it('asks for the broader permission by its own name, where the narrower is part of it', () => {
    expect(planFor(granted('Mail.ReadWrite'), ['Mail.Read'])).toEqual({
      kind: 'granted',
      scopes: ['Mail.ReadWrite'],
    });
  });

  it('names all that is missing of a need, and nothing that is granted', () => {
    const plan = planFor(granted('User.Read', 'Files.Read'), ['User.Read', 'Mail.Read', 'Tasks.Read']);
    expect(plan).toEqual({
      kind: 'wanting',
      missing: ['Mail.Read', 'Tasks.Read'],
      reason: 'consent-missing',
    });
  });

  it('takes an account without a record for one that has signed in', () => {
    expect(planFor(emptyLedger, ['User.Read'])).toEqual({ kind: 'granted', scopes: ['User.Read'] });
    expect(planFor(emptyLedger, ['Mail.Read'])).toMatchObject({ kind: 'wanting' });
    const other = asAnswered(emptyLedger, ['Mail.Read'], 'declined', now);
    expect(planFor(other, ['User.Read'])).toMatchObject({ kind: 'wanting' });
  });

  it('is missing if one of several is paused, and names only the paused one', () => {
    const ledger = asPaused(granted('User.Read', 'Files.Read'), 'Files.Read', true);
    expect(planFor(ledger, ['User.Read', 'Files.Read'])).toEqual({
      kind: 'wanting',
      missing: ['Files.Read'],
      reason: 'paused',
    });
  });

  it('does not use a broader permission that is paused', () => {
    const ledger = asPaused(granted('Mail.ReadWrite'), 'Mail.ReadWrite', true);
    expect(planFor(ledger, ['Mail.Read'])).toMatchObject({ kind: 'wanting', missing: ['Mail.Read'] });
  });
});

describe('The reason why a permission is missing', () => {
  it.each<[Answer, Reason]>([
    ['approval-needed', 'approval-needed'],
    ['declined', 'declined'],
    ['postponed', 'postponed'],
    ['none', 'consent-missing'],
  ])('is the last answer: %s', (answer, reason) => {
    expect(
      planFor(asAnswered(granted('User.Read'), ['Mail.Read'], answer, now), ['Mail.Read']),
    ).toMatchObject({ reason });
  });

  it('is that it was taken back, until the next answer replaces it', () => {
    const revoked = asRevoked(granted('User.Read', 'Mail.Read'), ['Mail.Read'], now);
    expect(planFor(revoked, ['Mail.Read'])).toMatchObject({ reason: 'consent-revoked' });
    const postponed = asAnswered(revoked, ['Mail.Read'], 'postponed', now);
    expect(planFor(postponed, ['Mail.Read'])).toMatchObject({ reason: 'postponed' });
  });

  it.each<[readonly [Answer, Answer], Reason]>([
    [['declined', 'approval-needed'], 'approval-needed'],
    [['postponed', 'declined'], 'declined'],
    [['none', 'postponed'], 'postponed'],
  ])('is the one that weighs most of several: %j gives %s', ([first, second], reason) => {
    const one = asAnswered(granted('User.Read'), ['Mail.Read'], first, now);
    const both = asAnswered(one, ['Files.Read'], second, now);
    expect(planFor(both, ['Mail.Read', 'Files.Read'])).toMatchObject({ reason });
  });
});

describe('The permissions that a person could still give', () => {
  it('are those that are missing', () => {
    expect(missingPermissions(granted('User.Read'), ['User.Read', 'Mail.Read'])).toEqual(['Mail.Read']);
  });

  it('are none where nothing is missing, or where one is only paused', () => {
    const ledger = granted('User.Read', 'Mail.Read');
    expect(missingPermissions(ledger, ['Mail.Read'])).toEqual([]);
    expect(missingPermissions(asPaused(ledger, 'Mail.Read', true), ['Mail.Read'])).toEqual([]);
  });
});
