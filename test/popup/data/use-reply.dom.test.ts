import { renderHook } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { useReply } from '../../../popup/data/use-reply.ts';
import type { Reply } from '../../../src/contract.ts';
import { settle } from '../../fakes/page/settle.ts';

const ready = (data: string): Reply<string> => ({ kind: 'ready', data, readAt: 1 });
const offline: Reply<string> = { kind: 'obstacle', obstacle: { reason: 'offline' } };

/** A question about a message, which is answered when the test says so. */
function ask(first: { about: string; revision: number }) {
  const open: { about: string; answer(reply: Reply<string>): void; fail(thrown: unknown): void }[] = [];
  const { result, rerender, unmount } = renderHook(
    (given: { about: string; revision: number } | undefined) => {
      const { about, revision } = given ?? first;
      const load = () =>
        new Promise<Reply<string>>((answer, fail) => void open.push({ about, answer, fail }));
      return useReply(load, [about], revision);
    },
    { initialProps: first },
  );
  return {
    open,
    shown: () => result.current.reply,
    become: (about: string, revision: number) => settle(() => rerender({ about, revision })),
    reload: () => settle(() => result.current.reload()),
    unmount: () => settle(unmount),
  };
}

describe('A question to the background', () => {
  it('has no answer at first, and then that of the background', async () => {
    const { open, shown } = ask({ about: 'm1', revision: 1 });
    expect(shown()).toBeNull();
    await settle(() => open[0]?.answer(ready('one')));
    expect(shown()).toEqual(ready('one'));
  });

  it('is asked again with each session, and what was answered stays meanwhile', async () => {
    const { open, shown, become } = ask({ about: 'm1', revision: 1 });
    await settle(() => open[0]?.answer(ready('one')));
    await become('m1', 2);
    expect(shown()).toEqual(ready('one'));
    await settle(() => open[1]?.answer(offline));
    expect(shown()).toEqual(offline);
  });

  it('shows nothing of what was asked about before', async () => {
    const { open, shown, become } = ask({ about: 'm1', revision: 1 });
    await settle(() => open[0]?.answer(ready('one')));
    await become('m2', 1);
    expect(shown()).toBeNull();
  });

  it('has the last question’s answer alone, in whatever order they come', async () => {
    const { open, shown, become } = ask({ about: 'm1', revision: 1 });
    await become('m2', 1);
    await settle(() => open[1]?.answer(ready('two')));
    await settle(() => open[0]?.answer(ready('one')));
    expect(shown()).toEqual(ready('two'));
    expect(open.map(({ about }) => about)).toEqual(['m1', 'm2']);
  });

  it('has a failure for an answer, which makes room at the next try', async () => {
    const { open, shown, reload } = ask({ about: 'm1', revision: 1 });
    await settle(() => open[0]?.fail(new Error('a bug')));
    expect(shown()).toEqual({ kind: 'obstacle', obstacle: { reason: 'unexpected' } });
    await reload();
    expect(shown()).toBeNull();
    await settle(() => open[1]?.answer(ready('one')));
    expect(shown()).toEqual(ready('one'));
  });

  it('leaves what was answered while it is asked again at a click', async () => {
    const { open, shown, reload } = ask({ about: 'm1', revision: 1 });
    await settle(() => open[0]?.answer(ready('one')));
    await reload();
    expect(shown()).toEqual(ready('one'));
    expect(open).toHaveLength(2);
  });

  it('changes nothing if its answer comes after the panel is unmounted', async () => {
    const { open, shown, unmount } = ask({ about: 'm1', revision: 1 });
    await unmount();
    await settle(() => open[0]?.answer(ready('one')));
    expect(shown()).toBeNull();
  });
});
