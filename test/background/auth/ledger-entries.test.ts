import { describe, expect, it } from 'vitest';
import {
  asAnswered,
  asAsked,
  asGranted,
  asPaused,
  asRevoked,
  emptyLedger,
  entryOf,
  grantedScopes,
  openAsks,
  recentSteps,
  withTally,
} from '../../../background/auth/ledger-entries.ts';
import { type LedgerRecord, STEP_MS } from '../../../src/ledger.ts';

const DAY_MS = 24 * 3_600_000;
const now = Date.UTC(2026, 5, 1, 12, 7);
const you = { asked: ['Mail.ReadBasic'], grantor: 'you' } as const;
const renewal = { asked: [], grantor: 'earlier' } as const;
const granted = (...scopes: string[]): LedgerRecord => asGranted(emptyLedger, scopes, renewal, now);
const step = (from: number) => ({ from, token: 0, renewal: 0, window: 0, graph: 0 });

describe('An entry of the ledger', () => {
  it('is blank for a permission that nothing is on record about', () => {
    expect(entryOf(emptyLedger, 'Mail.Read')).toMatchObject({ askedAt: null, answer: null, uses: 0 });
  });

  it('is blank for the name of something that every object has', () => {
    expect(entryOf(emptyLedger, 'constructor')).toEqual(entryOf(emptyLedger, 'Mail.Read'));
  });

  it('loses its last answer when the permission is asked for again', () => {
    const before = asAnswered(emptyLedger, ['Mail.ReadBasic'], 'declined', now - 1);
    expect(entryOf(before, 'Mail.ReadBasic')).toMatchObject({ answer: 'declined', answeredAt: now - 1 });
    const after = asAsked(before, ['Mail.ReadBasic'], 'mail-list', now);
    expect(entryOf(after, 'Mail.ReadBasic')).toMatchObject({
      askedAt: now,
      askedFor: 'mail-list',
      answer: null,
      answeredAt: null,
    });
  });

  it('leaves the ledger that it was changed in as it was', () => {
    const before = granted('User.Read');
    const copy = structuredClone(before);
    asAnswered(before, ['User.Read'], 'declined', now + 1);
    expect(before).toEqual(copy);
  });
});

describe('A ledger that nothing is changed in', () => {
  it.each<[string, (ledger: LedgerRecord) => LedgerRecord]>([
    ['nothing is asked', (ledger) => asAsked(ledger, [], 'profile', now)],
    ['nothing is answered', (ledger) => asAnswered(ledger, [], 'declined', now)],
    ['all that a renewal lists is on record', (ledger) => asGranted(ledger, ['User.Read'], renewal, now + 1)],
    ['what is revoked was never granted', (ledger) => asRevoked(ledger, ['Mail.Read'], now)],
    ['what is revoked was declined, and never paused', (ledger) => asRevoked(ledger, ['Tasks.Read'], now)],
    ['what is paused is not granted', (ledger) => asPaused(ledger, 'Mail.Read', true)],
  ])('stays the very same where %s, so that nothing is stored or shown', (_, change) => {
    const ledger = asAnswered(granted('User.Read'), ['Tasks.Read'], 'declined', now);
    expect(grantedScopes(ledger)).toEqual(['User.Read']);
    expect(change(ledger)).toBe(ledger);
  });
});

describe('An ask that is open', () => {
  it('is one that was asked and not answered', () => {
    const asked = asAsked(emptyLedger, ['Mail.ReadBasic', 'Files.Read'], 'mail-list', now);
    expect(openAsks(asked)).toEqual(['Mail.ReadBasic', 'Files.Read']);
    expect(openAsks(asAnswered(asked, ['Files.Read'], 'none', now))).toEqual(['Mail.ReadBasic']);
  });

  it('excludes permissions that were never asked for or are unknown to Lanyard', () => {
    expect(openAsks(asPaused(granted('User.Read'), 'User.Read', true))).toEqual([]);
    const { entries } = asAsked(emptyLedger, ['Files.Read'], 'files', now);
    const strange = {
      ...emptyLedger,
      entries: { 'Notes.Read': entryOf({ entries, steps: [] }, 'Files.Read') },
    };
    expect(openAsks(strange)).toEqual([]);
  });

  it('excludes a permission that was only postponed', () => {
    expect(openAsks(asAnswered(emptyLedger, ['Files.Read'], 'postponed', now))).toEqual([]);
    const blank = { ...entryOf(emptyLedger, 'Files.Read'), uses: 1 };
    expect(openAsks({ entries: { 'Files.Read': blank }, steps: [] })).toEqual([]);
  });
});

describe('A scope that a token response lists', () => {
  it('was granted by whom the window was opened for, where it was asked for', () => {
    const ledger = asGranted(emptyLedger, ['Mail.ReadBasic', 'User.Read'], you, now);
    expect(entryOf(ledger, 'Mail.ReadBasic')).toMatchObject({
      grantedAt: now,
      grantedBy: 'you',
      answer: 'granted',
      answeredAt: now,
    });
    expect(entryOf(ledger, 'User.Read')).toMatchObject({ grantedAt: now, grantedBy: 'earlier' });
  });

  it('keeps the time of its first grant, and names who has granted it last', () => {
    const again = asGranted(granted('Mail.ReadBasic'), ['Mail.ReadBasic'], you, now + 5);
    expect(entryOf(again, 'Mail.ReadBasic')).toMatchObject({
      grantedAt: now,
      grantedBy: 'you',
      answeredAt: now + 5,
    });
  });

  it('is granted again after it was taken back', () => {
    const revoked = asRevoked(granted('Mail.ReadBasic'), ['Mail.ReadBasic'], now + 1);
    const again = asGranted(revoked, ['Mail.ReadBasic'], renewal, now + 2);
    expect(entryOf(again, 'Mail.ReadBasic')).toMatchObject({
      grantedAt: now + 2,
      grantedBy: 'earlier',
      revokedAt: null,
      answer: 'granted',
    });
  });

  it.each([
    ['of signing in', 'openid'],
    ['that is longer than any', `Mail.${'x'.repeat(120)}`],
    ['with signs that none has', 'Mail.Read<script>'],
    ['with a blank in front', ' Mail.Read'],
    ['that is empty', ''],
  ])('leaves out a scope %s', (_, scope) => {
    expect(grantedScopes(granted(scope))).toEqual([]);
  });

  it('takes a scope as long as they may be', () => {
    const scope = 'x'.repeat(120);
    expect(grantedScopes(granted(scope))).toEqual([scope]);
  });

  it('adds no more than a hundred, and still renews those on record', () => {
    const many = Array.from({ length: 100 }, (_, index) => `Scope.${index}`);
    const full = granted(...many);
    const revoked = asRevoked(full, ['Scope.99'], now + 1);
    const next = asGranted(revoked, [...many, 'Scope.100'], renewal, now + 2);
    expect(grantedScopes(next)).toHaveLength(100);
    expect(entryOf(next, 'Scope.99')).toMatchObject({ grantedAt: now + 2 });
    expect(Object.keys(next.entries)).not.toContain('Scope.100');
  });

  it('adds as many as there is room for, the first ones', () => {
    const many = Array.from({ length: 99 }, (_, index) => `Scope.${index}`);
    const next = asGranted(granted(...many), ['One.More', 'Two.More'], renewal, now);
    expect(Object.keys(next.entries).slice(99)).toEqual(['One.More']);
  });

  it('adds what is new behind what is known, which takes no room', () => {
    const many = Array.from({ length: 99 }, (_, index) => `Scope.${index}`);
    const next = asGranted(granted(...many), [...many, 'One.More'], renewal, now);
    expect(Object.keys(next.entries)).toContain('One.More');
  });

  it('adds none where more are on record than there may be', () => {
    const entry = entryOf(emptyLedger, 'Mail.Read');
    const entries = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`Scope.${index}`, entry]));
    expect(Object.keys(asGranted({ entries, steps: [] }, ['A', 'B'], renewal, now).entries)).toHaveLength(
      101,
    );
  });
});

describe('A revoked permission', () => {
  it('has no grantor, and the time of the revocation', () => {
    const ledger = asRevoked(
      asGranted(emptyLedger, ['Mail.ReadBasic'], you, now),
      ['Mail.ReadBasic'],
      now + 1,
    );
    expect(entryOf(ledger, 'Mail.ReadBasic')).toMatchObject({
      grantedAt: null,
      grantedBy: null,
      revokedAt: now + 1,
      answer: 'none',
      answeredAt: now + 1,
    });
  });

  it('is not paused any more, nor is a narrower one that was part of it', () => {
    const paused = asPaused(granted('Mail.ReadWrite', 'Files.Read'), 'Mail.ReadBasic', true);
    const both = asPaused(asPaused(paused, 'Mail.ReadWrite', true), 'Files.Read', true);
    const left = asRevoked(both, ['Mail.ReadWrite'], now + 1);
    const isPaused = ['Mail.ReadWrite', 'Mail.ReadBasic', 'Files.Read'].map(
      (scope) => entryOf(left, scope).isPaused,
    );
    expect(isPaused).toEqual([false, false, true]);
  });
});

describe('A pause', () => {
  it('can be put on what is granted as part of something broader, and taken off whatever is granted', () => {
    const paused = asPaused(granted('Mail.ReadWrite'), 'Mail.Read', true);
    expect(entryOf(paused, 'Mail.Read').isPaused).toBe(true);
    expect(entryOf(asPaused(emptyLedger, 'Mail.Read', false), 'Mail.Read').isPaused).toBe(false);
    expect(entryOf(asPaused(paused, 'Mail.Read', false), 'Mail.Read').isPaused).toBe(false);
  });
});

describe('A tally', () => {
  const from = now - (now % STEP_MS);

  it('adds uses to each permission, with the time of the last', () => {
    const tally = { at: now, uses: new Map([['User.Read', 2]] as const), happenings: new Map() };
    const once = withTally(granted('User.Read'), tally);
    const twice = withTally(once, { ...tally, at: now + 1, uses: new Map([['User.Read', 3]] as const) });
    expect(entryOf(twice, 'User.Read')).toMatchObject({ uses: 5, lastUsedAt: now + 1, grantedAt: now });
  });

  it('adds happenings to the step of that quarter of an hour', () => {
    const tally = { at: now, uses: new Map(), happenings: new Map([['graph', 2]] as const) };
    const once = withTally(emptyLedger, tally);
    expect(once.steps).toEqual([{ ...step(from), graph: 2 }]);
    const twice = withTally(once, {
      ...tally,
      happenings: new Map([
        ['graph', 1],
        ['token', 4],
      ] as const),
    });
    expect(twice.steps).toEqual([{ ...step(from), graph: 3, token: 4 }]);
  });

  it('begins a step with the next quarter of an hour, behind the others', () => {
    const tally = { at: now, uses: new Map(), happenings: new Map([['window', 1]] as const) };
    const later = withTally(withTally(emptyLedger, tally), { ...tally, at: from + STEP_MS });
    expect(later.steps).toEqual([
      { ...step(from), window: 1 },
      { ...step(from + STEP_MS), window: 1 },
    ]);
  });

  it('leaves out the steps that are a day old, and those of a clock that was put back', () => {
    const steps = [now - DAY_MS, now - DAY_MS + 1, now, now + 1].map(step);
    expect(recentSteps(steps, now).map((each) => each.from)).toEqual([now - DAY_MS + 1, now]);
  });
});
