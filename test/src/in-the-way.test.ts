import { expect, it } from 'vitest';
import type { Reply } from '../../src/contract.ts';
import type { Reason } from '../../src/errors.ts';
import { inTheWay } from '../../src/in-the-way.ts';
import type { Obstacle } from '../../src/obstacles.ts';

const obstacle = (reason: Reason): Obstacle => ({ reason, purpose: 'mail-list' });
const data: Reply<string> = { kind: 'ready', data: 'mail', readAt: 0 };

const shown = (said: Reason | null, found: Reason | 'data' | null) => {
  const reply: Reply<string> | null =
    found === 'data' ? data : found && { kind: 'obstacle', obstacle: obstacle(found) };
  const { notice, barrier, isOutdated } = inTheWay(said ? obstacle(said) : undefined, reply, 'mail-list');
  return [notice?.reason ?? null, barrier?.reason ?? null, isOutdated];
};

it.each<[string, Reason | null, Reason | 'data' | null, Reason | null, Reason | null]>([
  ['nothing while there is nothing to say', null, null, null, null],
  ['nothing in front of data', null, 'data', null, null],
  ['what came in place of the data', null, 'offline', null, 'offline'],
  ['how the last click ended, first', 'interrupted', 'session-ended', null, 'interrupted'],
  ['how the last click ended, above data', 'window-closed', 'data', null, 'window-closed'],
  [
    'a closed window and the card that it came from',
    'window-closed',
    'declined',
    'window-closed',
    'declined',
  ],
  [
    'a permission that was left out, by its own words',
    'partly-granted',
    'consent-missing',
    null,
    'partly-granted',
  ],
  ['an approval that is likely', 'approval-likely', 'consent-missing', null, 'approval-likely'],
  ['an approval that has become certain', 'approval-likely', 'approval-needed', null, 'approval-needed'],
])('shows %s', (_, said, found, notice, barrier) => {
  expect(shown(said, found)).toEqual([notice, barrier, false]);
});

it('is outdated once the permission that it names was granted', () => {
  expect(shown('approval-likely', 'data')).toEqual([null, null, true]);
  expect(shown('partly-granted', 'data')).toEqual([null, null, true]);
});

it('keeps an obstacle of another purpose', () => {
  const said: Obstacle = { reason: 'partly-granted', purpose: 'mail-change' };
  expect(inTheWay(said, data, 'mail-list')).toEqual({ notice: null, barrier: said, isOutdated: false });
});
