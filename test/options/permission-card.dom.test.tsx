import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { PermissionCard } from '../../options/components/permission-card.tsx';
import type { Row, State } from '../../options/standing.ts';
import { describePermission } from '../../src/permissions.ts';
import { say, type WordKey } from '../../src/words.ts';
import { settle } from '../fakes/page/settle.ts';
import { ledgerLine } from './ledger-line.ts';

const NOW = 1_000_000_000_000;

function show(state: State, setPaused?: (permission: string, isPaused: boolean) => void) {
  const row: Row = { permission: 'Mail.ReadBasic', line: ledgerLine('Mail.ReadBasic'), state, partOf: null };
  return render(
    <ul>
      <PermissionCard row={row} now={NOW} setPaused={setPaused} />
    </ul>,
  );
}

const name = say(describePermission('Mail.ReadBasic').name);

describe('The card of a permission', () => {
  it('says in words and by its scope what it is, what it allows and what not', () => {
    show('granted');
    const text = document.querySelector('.permission')?.textContent;
    const { lets, not } = describePermission('Mail.ReadBasic');
    for (const words of [name, 'Mail.ReadBasic', say(lets), say(not)]) expect(text).toContain(words);
  });

  it.each<[State, WordKey, WordKey | null]>([
    ['granted', 'stateGranted', null],
    ['covered', 'stateCovered', null],
    ['paused', 'statePaused', 'notePaused'],
    ['taken-back', 'stateTakenBack', 'noteTakenBack'],
    ['waiting', 'stateWaiting', 'noteWaiting'],
    ['declined', 'stateDeclined', null],
    ['postponed', 'statePostponed', null],
    ['unanswered', 'stateUnanswered', null],
  ])('that is %s says so, and what follows from it', (state, words, note) => {
    show(state);
    expect(document.querySelector('.chip')?.textContent).toBe(say(words));
    expect(document.querySelector('.permission-note')?.textContent ?? null).toBe(note && say(note));
  });

  it.each([
    ['granted', 'pause', true],
    ['covered', 'pause', true],
    ['paused', 'resume', false],
  ] as const)('that is %s can be told to %s', async (state, words, isPaused) => {
    const setPaused = vi.fn();
    show(state, setPaused);
    await settle(() => screen.getByRole('button', { name: `${say(words)}: ${name}` }).click());
    expect(setPaused).toHaveBeenCalledExactlyOnceWith('Mail.ReadBasic', isPaused);
  });

  it('keeps the focus on its button when it is paused and resumed', async () => {
    const setPaused = vi.fn();
    const { rerender } = show('granted', setPaused);
    const button = screen.getByRole('button');
    button.focus();
    const row: Row = {
      permission: 'Mail.ReadBasic',
      line: ledgerLine('Mail.ReadBasic'),
      state: 'paused',
      partOf: null,
    };
    rerender(
      <ul>
        <PermissionCard row={row} now={NOW} setPaused={setPaused} />
      </ul>,
    );
    expect(document.activeElement).toBe(button);
    expect(button.textContent).toBe(say('resume'));
  });

  it('has no button where nothing is in use', () => {
    show('declined');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
