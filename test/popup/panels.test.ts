import { describe, expect, it } from 'vitest';
import { saying } from '../../popup/components/saying.ts';
import { concerns, type Panel, type SignedInSession, sessionFor } from '../../popup/panels/panel.ts';
import type { Reason } from '../../src/errors.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import type { Purpose } from '../../src/purposes.ts';

const panel = (purposes: Purpose[], isOverview?: true): Panel => ({
  name: 'panel',
  title: 'panelMail',
  icon: 'mail',
  purposes,
  readings: [],
  ...(isOverview ? { isOverview } : {}),
  load: () => Promise.reject(new Error('Nothing is drawn here.')),
});
const mail = panel(['mail-list', 'mail-open']);
const today = panel(['mail-list', 'calendar'], true);

const about = (reason: Reason, purpose?: Purpose): Obstacle => ({ reason, ...(purpose ? { purpose } : {}) });
const account = { id: 'mira', name: 'Mira', username: 'mira@fernleigh.example', isPersonal: false };
const session = (obstacle?: Obstacle): SignedInSession => ({
  status: 'signed-in',
  revision: 1,
  account,
  accounts: [account],
  keep: 'on-disk',
  ...(obstacle ? { obstacle } : {}),
});

describe('An obstacle', () => {
  it.each<[string, Panel, Obstacle, boolean]>([
    ['of no purpose is shown by every panel', mail, about('offline'), true],
    ['of a purpose is shown by the panel that has it', mail, about('declined', 'mail-open'), true],
    ['of another purpose is not shown', mail, about('declined', 'files'), false],
    ['of another purpose is not shown by the overview', today, about('offline', 'files'), false],
    ['of a purpose of the overview is shown there', today, about('offline', 'mail-list'), true],
    ['about consent is left to the panel of its own', today, about('declined', 'mail-list'), false],
    ['about consent of no purpose is shown by the overview', today, about('declined'), true],
  ])('is shown by the panels that it concerns: %s', (_what, of, obstacle, isShown) => {
    expect(concerns(of, obstacle)).toBe(isShown);
    expect(sessionFor(of, session(obstacle)).obstacle).toEqual(isShown ? obstacle : undefined);
  });
});

describe('The session of a panel', () => {
  it('is the whole session but for an obstacle that is another panel’s', () => {
    expect(sessionFor(mail, session(about('offline', 'files')))).toEqual(session());
    expect(sessionFor(mail, session())).toEqual(session());
    const same = session(about('offline', 'mail-list'));
    expect(sessionFor(mail, same)).toBe(same);
  });

  it('says how the last click ended only where that is not said elsewhere', () => {
    const ended = session(about('window-closed'));
    expect(saying(ended, ({ reason }) => reason === 'window-closed')).toBe(ended);
    expect(saying(ended, () => false)).toEqual(session());
    expect(saying(session(), () => true)).toEqual(session());
  });
});
