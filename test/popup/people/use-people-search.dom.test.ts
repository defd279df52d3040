import { renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usePeopleSearch } from '../../../popup/people/use-people-search.ts';
import type { Reply } from '../../../src/contract.ts';
import type { Colleague } from '../../../src/data/people.ts';
import { asked, question } from '../../fakes/page/fake-background.ts';
import { settle } from '../../fakes/page/settle.ts';

/** How long typing rests before it is searched for. */
const PAUSE_MS = 200;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

const found = (...names: string[]): Reply<Colleague[]> => ({
  kind: 'ready',
  data: names.map((name) => ({
    ...{ id: name, name, jobTitle: null, department: null, mail: null, photo: null, availability: null },
  })),
  readAt: 1,
});
const offline: Reply<Colleague[]> = { kind: 'obstacle', obstacle: { reason: 'offline' } };

function search() {
  const { result, rerender, unmount } = renderHook(
    (text: string | undefined) => usePeopleSearch('id', 1, text ?? ''),
    { initialProps: '' },
  );
  return {
    shown: () => result.current,
    names: () => result.current.reading.data?.map(({ name }) => name) ?? null,
    type: (text: string) => settle(() => rerender(text)),
    rest: (ms = PAUSE_MS) => settle(() => vi.advanceTimersByTime(ms)),
    unmount: () => settle(unmount),
  };
}

async function reply(given: Reply<Colleague[]>) {
  const open = await question('searchPeople');
  await settle(() => open.answer(given));
}

describe('A search for people', () => {
  it('asks at first whether it may search, and shows nobody', async () => {
    const { shown, rest } = search();
    await rest(0);
    await reply(found());
    expect(asked('searchPeople')).toEqual([['id', '']]);
    expect(shown()).toMatchObject({ isSearching: false, isStale: false, reading: { data: null } });
  });

  it('asks once typing has rested, for what stands there then', async () => {
    const { type, rest, names } = search();
    await rest(0);
    await reply(found());
    for (const text of ['m', 'mi', 'mir']) {
      await type(text);
      await rest(PAUSE_MS - 1);
    }
    await rest(1);
    await reply(found('Mira'));
    expect(asked('searchPeople').slice(1)).toEqual([['id', 'mir']]);
    expect(names()).toEqual(['Mira']);
  });

  it('sends no request for a single letter or for one more space', async () => {
    const { type, rest } = search();
    await type('mi');
    await rest();
    await type(' mi  ');
    await rest();
    await type('m');
    await rest();
    expect(asked('searchPeople')).toEqual([
      ['id', 'mi'],
      ['id', ''],
    ]);
  });

  it('shows the last question’s answer alone, in whatever order they come', async () => {
    const { type, rest, names } = search();
    await type('mi');
    await rest();
    await type('mira');
    await rest();
    const [first, second] = [await question('searchPeople'), await question('searchPeople')];
    await settle(() => second.answer(found('Mira')));
    await settle(() => first.answer(found('Mina', 'Mira')));
    expect(names()).toEqual(['Mira']);
  });

  it('leaves what was found before until there is an answer, and says that it is old', async () => {
    const { type, rest, names, shown } = search();
    await type('mi');
    await rest();
    await reply(found('Mina', 'Mira'));
    await type('mira');
    await rest();
    expect(names()).toEqual(['Mina', 'Mira']);
    expect(shown()).toMatchObject({ isStale: true, shownFor: 'mi', reading: { isLoading: true } });
    await reply(found('Mira'));
    expect(shown()).toMatchObject({ isStale: false, shownFor: 'mira', reading: { isLoading: false } });
  });

  it('shows no person once the field is empty', async () => {
    const { type, rest, names } = search();
    await type('mi');
    await rest();
    await reply(found('Mira'));
    await type('');
    expect(names()).toBeNull();
  });

  it('has an obstacle make room at a click, and asks the same again', async () => {
    const { type, rest, shown, names } = search();
    await type('mira');
    await rest();
    await reply(offline);
    expect(shown().reading.obstacle).toEqual({ reason: 'offline' });
    await settle(() => shown().reading.reload());
    expect(shown().reading).toMatchObject({ obstacle: null, isLoading: true });
    await rest();
    await reply(found('Mira'));
    expect(names()).toEqual(['Mira']);
  });

  it('sends no request and shows no result after it is unmounted', async () => {
    const { type, rest, shown, unmount } = search();
    await type('mira');
    await rest();
    const open = await question('searchPeople');
    await type('miranda');
    await unmount();
    await settle(() => open.answer(found('Mira')));
    await rest();
    expect(shown().reading.data).toBeNull();
    expect(asked('searchPeople')).toHaveLength(1);
  });
});
