import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Reading } from '../../../popup/data/use-reading.ts';
import { Offers } from '../../../popup/today/offers.tsx';
import { Part } from '../../../popup/today/part.tsx';
import type { Source } from '../../../popup/today/standing.ts';
import type { Reason } from '../../../src/errors.ts';
import { say } from '../../../src/words.ts';
import { settle } from '../../fakes/page/settle.ts';

const reload = vi.fn();

function show(data: string[] | null, reason: Reason | null, isCovered = false) {
  const obstacle = reason && { reason };
  const reading: Reading<string[]> = { data, readAt: 1, obstacle, reply: null, isLoading: false, reload };
  return render(
    <Part
      name="files"
      title="Files"
      reading={reading}
      isCovered={isCovered}
      skeleton={<i class="bones" />}
      aside={(found) => <b class="count">{found.length}</b>}
    >
      {(found) => found.map((name) => <p key={name}>{name}</p>)}
    </Part>,
  ).container;
}

describe('A part of Today', () => {
  it('shows what there is, with what belongs to its heading', () => {
    const part = show(['plan.docx', 'sums.xlsx'], null);
    expect([...part.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual([
      'plan.docx',
      'sums.xlsx',
    ]);
    expect(part.querySelector('.count')?.textContent).toBe('2');
    expect(part.querySelector('.bones')).toBeNull();
  });

  it('shows that it is being read, and nothing beside its heading meanwhile', () => {
    const part = show(null, null);
    expect(part.querySelector('[role=status] .bones')).not.toBeNull();
    expect(part.querySelector('.count')).toBeNull();
  });

  it('shows what there is also beside a failure, which is said below the page', () => {
    const part = show(['plan.docx'], 'offline');
    expect(part.textContent).toContain('plan.docx');
    expect(part.textContent).not.toContain(say('offlineTitle'));
  });

  it('says why it could not be read, and tries again at a click', async () => {
    const part = show(null, 'microsoft-unavailable');
    expect(part.textContent).toContain(say('microsoftUnavailableTitle'));
    await settle(() => screen.getByText(say('tryAgain')).click());
    expect(reload).toHaveBeenCalledOnce();
  });

  it('offers no second try where that helps nothing', () => {
    show(null, 'no-access');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    ['waits for a permission', 'consent-missing', false],
    ['belongs to an account that has to sign in first', 'session-ended', false],
    ['failed like all the others, which is said once', 'offline', true],
  ] as const)('is left out where it %s', (_, reason, isCovered) => {
    expect(show(null, reason, isCovered).textContent).toBe('');
  });
});

describe('An offer of Today', () => {
  const offer = (source: Source, reason: Reason) => ({ source, obstacle: { reason } });

  it('is absent if no part waits for a permission', () => {
    expect(render(<Offers offered={[]} isAll={false} go={() => undefined} />).container.textContent).toBe('');
  });

  it('is a line for each panel, which leads to it', async () => {
    const go = vi.fn();
    render(
      <Offers
        offered={[offer('mail', 'consent-missing'), offer('tasks', 'approval-needed')]}
        isAll={false}
        go={go}
      />,
    );
    const [mail, tasks] = screen.getAllByRole('listitem');
    expect(mail?.textContent).toBe(`${say('offerMail')}${say('turnOn')}`);
    // Of what is more than a click away it says why.
    expect(tasks?.textContent).toBe(`${say('offerTasks')}${say('approvalNeededTitle')}${say('details')}`);
    await settle(() => tasks?.querySelector('button')?.click());
    expect(go).toHaveBeenCalledExactlyOnceWith({ panel: 'tasks', message: null });
  });

  it('has another heading and a note where there is nothing else yet', () => {
    const offered = [offer('mail', 'consent-missing')];
    const { rerender } = render(<Offers offered={offered} isAll go={() => undefined} />);
    expect(screen.getByRole('heading').textContent).toBe(say('offersFirst'));
    expect(screen.getByText(say('offersNote'))).toBeTruthy();
    rerender(<Offers offered={offered} isAll={false} go={() => undefined} />);
    expect(screen.getByRole('heading').textContent).toBe(say('offersTitle'));
    expect(screen.queryByText(say('offersNote'))).toBeNull();
  });
});
