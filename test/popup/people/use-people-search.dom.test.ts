import { renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usePeopleSearch } from '../../../popup/people/use-people-search.ts';
import type { Reply } from '../../../src/contract.ts';
import type { Colleague } from '../../../src/data/people.ts';
import { asked, question } from '../../fakes/page/fake-background.ts';
import { mira } from '../../fakes/page/people.ts';
import { settle } from '../../fakes/page/settle.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

const person = (name: string): Colleague => ({
  id: name,
  name,
  jobTitle: null,
  department: null,
  mail: null,
  photo: null,
  availability: null,
});
const found = (...names: string[]): Reply<Colleague[]> => ({
  kind: 'ready',
  data: names.map(person),
  readAt: 5,
});
const declined: Reply<Colleague[]> = { kind: 'obstacle', obstacle: { reason: 'declined' } };

function show(typed = '') {
  const { result, rerender, unmount } = renderHook(
    (props: { typed: string; revision: number } | undefined) =>
      usePeopleSearch(mira.id, props?.revision ?? 1, props?.typed ?? ''),
    { initialProps: { typed, revision: 1 } },
  );
  return {
    shown: () => result.current,
    names: () => result.current.reading.data?.map(({ name }) => name) ?? null,
    type: (text: string, revision = 1) => settle(() => rerender({ typed: text, revision })),
    reload: () => settle(() => result.current.reading.reload()),
    unmount: () => settle(unmount),
  };
}

const pass = (ms: number) => settle(() => void vi.advanceTimersByTime(ms));
const texts = () => asked('searchPeople').map(([, text]) => text);

async function reply(given: Reply<Colleague[]>): Promise<void> {
  const open = await question('searchPeople');
  await settle(() => open.answer(given));
}

describe('A search for people', () => {
  it('asks for nothing at once, which tells whether it may search', async () => {
    const { shown, names } = show();
    await pass(0);
    expect(asked('searchPeople')).toEqual([[mira.id, '']]);
    expect(shown()).toMatchObject({ isSearching: false, isStale: false, shownFor: '' });
    expect(shown().reading.isLoading).toBe(true);
    await reply(found());
    expect(names()).toBeNull();
    expect(shown().reading).toMatchObject({ readAt: null, obstacle: null, isLoading: false });
  });

  it('waits until typing has paused', async () => {
    const { type, names, shown } = show();
    await type('mi');
    await pass(199);
    await type('mir');
    await pass(199);
    expect(texts()).toEqual([]);
    expect(shown().isSearching).toBe(true);
    await pass(1);
    expect(texts()).toEqual(['mir']);
    await reply(found('Mira'));
    expect(names()).toEqual(['Mira']);
    expect(shown()).toMatchObject({ shownFor: 'mir', isStale: false, isSearching: true });
    expect(shown().reading).toMatchObject({ readAt: 5, reply: { kind: 'ready' }, isLoading: false });
  });

  it.each([
    [' m ', ''],
    ['🌿', ''],
    ['  mira   hal ', 'mira hal'],
    ['🌿🌿', '🌿🌿'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('for "%s" asks for "%s"', async (typed, text) => {
    show(typed);
    await pass(200);
    expect(texts()).toEqual([text]);
  });

  it('asks nothing anew for a space more or less', async () => {
    const { type } = show('mira');
    await pass(200);
    await type('mira ');
    await pass(200);
    expect(texts()).toEqual(['mira']);
  });

  it('shows what was found before until there is an answer, and says that it is old', async () => {
    const { type, names, shown } = show('mira');
    await pass(200);
    await reply(found('Mira'));
    await type('sam');
    expect([names(), shown().isStale, shown().shownFor]).toEqual([['Mira'], true, 'mira']);
    expect(shown().reading.isLoading).toBe(true);
    await pass(200);
    await reply(found('Sam'));
    expect([names(), shown().isStale, shown().shownFor]).toEqual([['Sam'], false, 'sam']);
  });

  it('shows the answer to the last question, in whatever order they come', async () => {
    const { type, names } = show('mira');
    await pass(200);
    const first = await question('searchPeople');
    await type('sam');
    await pass(200);
    await reply(found('Sam'));
    await settle(() => first.answer(found('Mira')));
    expect(names()).toEqual(['Sam']);
  });

  it('shows nothing of it once too little is typed', async () => {
    const { type, names, shown } = show('mira');
    await pass(200);
    await reply(found('Mira'));
    await type('m');
    expect([names(), shown().isStale, shown().isSearching]).toEqual([null, false, false]);
  });

  it('shows an obstacle, which makes room at once when it is asked again', async () => {
    const { shown, reload, names } = show('mira');
    await pass(200);
    await reply(declined);
    expect(shown().reading).toMatchObject({ data: null, obstacle: { reason: 'declined' }, reply: declined });
    await reload();
    expect(shown().reading).toMatchObject({ obstacle: null, reply: null, isLoading: true });
    await pass(200);
    await reply(found('Mira'));
    expect(names()).toEqual(['Mira']);
    await reload();
    expect(names()).toEqual(['Mira']);
  });

  it('asks again with another revision of the session', async () => {
    const { type } = show('mira');
    await pass(200);
    await type('mira', 2);
    await pass(200);
    expect(texts()).toEqual(['mira', 'mira']);
  });

  it('asks nothing once the panel is gone', async () => {
    const { unmount } = show('mira');
    await unmount();
    await pass(1000);
    expect(texts()).toEqual([]);
  });
});
