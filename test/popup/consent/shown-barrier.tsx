import { screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { Barrier } from '../../../popup/consent/barrier.tsx';
import type { Account, Reply } from '../../../src/contract.ts';
import type { Obstacle } from '../../../src/obstacles.ts';
import type { Purpose } from '../../../src/purposes.ts';
import { mira, signedIn } from '../../fakes/page/people.ts';
import { settle } from '../../fakes/page/settle.ts';

export const act = vi.fn();
export const retry = vi.fn();
export const onLeave = vi.fn();

interface Given {
  /** What the background has answered. */
  reply?: Reply<unknown> | null;
  /** How the last click ended. */
  said?: Obstacle;
  purpose?: Purpose;
  account?: Account;
  canLeave?: boolean;
}

/** What stands in front of a panel, with the ways out of it as mocks. */
export function Shown({ reply = null, said, purpose = 'calendar', account = mira, canLeave = false }: Given) {
  const session = signedIn(1, { account, ...(said ? { obstacle: said } : {}) });
  return (
    <Barrier
      session={session}
      purpose={purpose}
      reply={reply}
      act={act}
      retry={retry}
      onLeave={canLeave ? onLeave : undefined}
    />
  );
}

export const barred = (obstacle: Obstacle): Reply<unknown> => ({ kind: 'obstacle', obstacle });
export const button = (name: string) => screen.getByRole('button', { name });
export const click = (name: string) => settle(() => button(name).click());
