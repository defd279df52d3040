import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Editing } from '../../../popup/data/use-editing.ts';
import { toDay } from '../../../popup/tasks/due-groups.ts';
import { TaskAdd } from '../../../popup/tasks/task-add.tsx';
import { type Place, START } from '../../../popup/use-place.ts';
import type { Edit } from '../../../src/edits.ts';
import { type AddTask, LONGEST_TITLE } from '../../../src/page-task.ts';
import { say } from '../../../src/words.ts';
import { page } from '../../fakes/page/fake-page.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';

const ID = 'id';

/** The tools of the tasks' panel, and the changes of a popup, which succeed or fail as the test says. */
function show(place: Partial<Place> = {}, more: Partial<Editing> = {}) {
  const made: Edit[] = [];
  let underWay: Edit[] = [];
  let done: Edit[] = [];
  const editing = (): Editing => ({
    ...quietEditing,
    ...more,
    make(edit) {
      made.push(edit);
      underWay = [...underWay, edit];
      draw();
    },
    since: () => [...done, ...underWay],
    underWay,
  });
  const tools = () => (
    <TaskAdd accountId={ID} place={{ ...START, ...place }} editing={editing()}>
      {null}
    </TaskAdd>
  );
  const view = render(tools());
  const draw = () => view.rerender(tools());
  const end = (isDone: boolean) =>
    settle(() => {
      if (isDone) done = [...done, ...underWay];
      underWay = [];
      draw();
    });
  return { made, confirm: () => end(true), refuse: () => end(false) };
}

const field = () => screen.getByLabelText<HTMLInputElement>(say('addTaskHere'));
const type = (text: string) =>
  settle(() => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
const submit = () => settle(() => screen.getByLabelText(say('addTask')).click());
const today = () => screen.getByText(say('dueTodayChoice'));
const task = (title: string, due: string | null = null): AddTask => ({
  kind: 'add-task',
  title,
  due,
  link: null,
});

describe('The field for a new task', () => {
  it('adds what is typed, without a day, and is empty once that has become a task', async () => {
    const { made, confirm } = show();
    await type('  Water the plants ');
    await submit();
    expect(made).toEqual([task('Water the plants')]);
    expect(field().value).toBe('  Water the plants ');
    await confirm();
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
  });

  it('adds it for today where that is chosen, and goes on doing so', async () => {
    vi.useFakeTimers({ now: new Date(2026, 2, 1, 12), toFake: ['Date'] });
    const { made, confirm } = show();
    await settle(() => today().click());
    await type('One');
    await submit();
    await confirm();
    await type('Two');
    await submit();
    expect(made).toEqual([task('One', '2026-03-01'), task('Two', '2026-03-01')]);
  });

  it('keeps what is typed through a refusal', async () => {
    const { refuse } = show();
    await type('Water the plants');
    await submit();
    await refuse();
    expect(field().value).toBe('Water the plants');
  });

  it('keeps what was typed while the task before was under way', async () => {
    const { confirm } = show();
    await type('One');
    await submit();
    await type('Two');
    await confirm();
    expect(field().value).toBe('Two');
  });

  it('adds one task at a time', async () => {
    const { made } = show();
    await type('One');
    await submit();
    await submit();
    expect(made).toHaveLength(1);
    expect(screen.getByLabelText(say('loading')).tagName).toBe('PROGRESS');
  });

  it.each(['', '   '])('adds nothing of "%s"', async (text) => {
    const { made } = show();
    await type(text);
    await submit();
    expect(made).toEqual([]);
  });

  it('says what is too long, and does not add it', async () => {
    const { made } = show();
    await type('x'.repeat(LONGEST_TITLE));
    expect(screen.queryByRole('alert')).toBeNull();
    await type('x'.repeat(LONGEST_TITLE + 1));
    await submit();
    expect(made).toEqual([]);
    expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
  });

  it.each([
    ['waits for a permission', { place: { wish: { accountId: ID, edit: task('Kept') } } }],
    [
      'was refused',
      {
        more: {
          refusal: {
            edit: task('Kept'),
            purpose: 'tasks-change' as const,
            reply: { kind: 'obstacle' as const, obstacle: { reason: 'consent-missing' as const } },
          },
        },
      },
    ],
  ])(
    'has in it again what %s, in the next popup',
    (_, { place, more }: { place?: Partial<Place>; more?: Partial<Editing> }) => {
      show(place, more);
      expect(field().value).toBe('Kept');
    },
  );

  it('has the day again that was chosen for it', () => {
    vi.useFakeTimers({ now: new Date(2026, 2, 1, 12), toFake: ['Date'] });
    const wish = { accountId: ID, edit: task('Kept', toDay(Date.now())) };
    show({ wish });
    expect(today().getAttribute('aria-pressed')).toBe('true');
  });

  it('has nothing in it of another account, nor of a page that was added', () => {
    const edit: AddTask = { ...task('A page'), link: 'https://example.com/' };
    const { unmount } = render(<span />);
    show({ wish: { accountId: 'other', edit: task('Theirs') } });
    expect(field().value).toBe('');
    unmount();
    document.querySelector('.task-tools')?.remove();
    show({ wish: { accountId: ID, edit } });
    expect(field().value).toBe('');
  });
});

describe('The page in front', () => {
  const button = () => document.querySelector<HTMLButtonElement>('.add-page');
  const add = () => settle(() => button()?.click());

  it('becomes a task once, which the button says then', async () => {
    const { made, confirm } = show();
    await settle();
    await add();
    expect(made).toMatchObject([
      { kind: 'add-task', title: 'An article', link: 'https://example.com/article' },
    ]);
    await add();
    await confirm();
    expect(button()?.textContent).toBe(say('pageAdded'));
    await add();
    expect(made).toHaveLength(1);
    // What was typed is another matter.
    expect(field().value).toBe('');
  });

  it.each([
    ['one of the browser’s own', { url: 'chrome://settings', title: 'Settings' }],
    ['one that the browser does not tell us', {}],
  ])('is none where it is %s, and the button says so', async (_, tab) => {
    page.frontTab = tab;
    const { made } = show();
    await settle();
    await add();
    expect(made).toEqual([]);
    expect(button()?.title).toBe(say('addPageImpossible'));
    expect(button()?.getAttribute('aria-disabled')).toBe('true');
  });
});
