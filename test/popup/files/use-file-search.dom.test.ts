import { renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useFileSearch } from '../../../popup/files/use-file-search.ts';
import type { Reply } from '../../../src/contract.ts';
import type { FileItem } from '../../../src/data/files.ts';
import { asked, question } from '../../fakes/page/fake-background.ts';
import { mira } from '../../fakes/page/people.ts';
import { settle } from '../../fakes/page/settle.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

const nothing: Reply<FileItem[]> = { kind: 'ready', data: [], readAt: 5 };
const offline: Reply<FileItem[]> = { kind: 'obstacle', obstacle: { reason: 'offline' } };

function show(typed = '') {
  const { result, rerender, unmount } = renderHook(
    (props: { typed: string; revision: number } | undefined) =>
      useFileSearch(mira.id, props?.revision ?? 1, props?.typed ?? ''),
    { initialProps: { typed, revision: 1 } },
  );
  return {
    shown: () => result.current,
    type: (text: string, revision = 1) => settle(() => rerender({ typed: text, revision })),
    retry: () => settle(() => result.current.retry()),
    unmount: () => settle(unmount),
  };
}

const pass = (ms: number) => settle(() => void vi.advanceTimersByTime(ms));

async function reply(given: Reply<FileItem[]>): Promise<void> {
  const open = await question('searchFiles');
  await settle(() => open.answer(given));
}

describe('A search for files', () => {
  it('asks for nothing while nothing is typed', async () => {
    const { shown } = show('  ');
    await pass(1000);
    expect(asked('searchFiles')).toEqual([]);
    expect(shown()).toMatchObject({ found: null, isSearching: false });
  });

  it('asks once typing has paused, for the words without the blanks around them', async () => {
    const { shown, type } = show('pla');
    await pass(249);
    await type(' plan ');
    await pass(249);
    expect(asked('searchFiles')).toEqual([]);
    await pass(1);
    expect(asked('searchFiles')).toEqual([[mira.id, 'plan']]);
    expect(shown()).toMatchObject({ found: null, isSearching: true });
    await reply(nothing);
    expect(shown()).toMatchObject({ found: { text: 'plan', reply: nothing }, isSearching: false });
    await type('plan');
    await pass(1000);
    expect(asked('searchFiles')).toHaveLength(1);
  });

  it('shows what was found before until the next answer, and nothing once the field is empty', async () => {
    const { shown, type } = show('plan');
    await pass(250);
    await reply(nothing);
    await type('rota');
    expect(shown()).toMatchObject({ found: { text: 'plan' }, isSearching: true });
    await pass(250);
    await reply(offline);
    expect(shown()).toMatchObject({ found: { text: 'rota', reply: offline }, isSearching: false });
    await type('');
    expect(shown()).toMatchObject({ found: null, isSearching: false });
    await type('rota');
    expect(shown().found).toBeNull();
  });

  it('shows the answer to the last question, in whatever order they come', async () => {
    const { shown, type } = show('plan');
    await pass(250);
    const first = await question('searchFiles');
    await type('rota');
    await pass(250);
    await reply(nothing);
    await settle(() => first.answer(offline));
    expect(shown().found).toEqual({ text: 'rota', reply: nothing });
  });

  it('is asked again where somebody wants it to be, and with another revision of the session', async () => {
    const { shown, retry, type } = show('plan');
    await pass(250);
    await reply(offline);
    await retry();
    expect(shown().isSearching).toBe(true);
    await pass(250);
    await reply(nothing);
    expect(shown()).toMatchObject({ found: { reply: nothing }, isSearching: false });
    await type('plan', 2);
    await pass(250);
    expect(asked('searchFiles')).toHaveLength(3);
  });

  it('asks nothing once the panel is gone', async () => {
    const { unmount } = show('plan');
    await unmount();
    await pass(1000);
    expect(asked('searchFiles')).toEqual([]);
  });
});
