import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PERMISSION_NAMES } from '../../../src/permissions.ts';
import { PURPOSE_NAMES } from '../../../src/purposes.ts';
import { type Background, hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow, askedByLedger, askedOfMicrosoft } from './consents.ts';

const world = setUpWorld();

const kind = <Kind extends string, Rest>(does: Kind, rest: fc.Arbitrary<Rest>) =>
  rest.map((what) => ({ does, ...what }));
const nothing = fc.constant({});
const purpose = fc.constantFrom(...PURPOSE_NAMES);
const permission = fc.constantFrom(...PERMISSION_NAMES);
const consents = fc.constantFrom('accept', 'accept', 'decline', 'close');

/** What a person, an administrator, time and the browser may do, in any order. */
const step = fc.oneof(
  { arbitrary: kind('click', fc.record({ purpose, consents })), weight: 4 },
  kind('approve', fc.record({ purpose, consents })),
  { arbitrary: kind('look', nothing), weight: 2 },
  kind('wait', fc.record({ ms: fc.constantFrom(minutes(1), minutes(20), hours(2), hours(25)) })),
  kind('revoke', fc.record({ permission: fc.option(permission) })),
  kind('revoke for all', nothing),
  kind('postpone', fc.record({ purpose })),
  kind('send a link', fc.record({ purpose })),
  kind('pause', fc.record({ permission, isPaused: fc.boolean() })),
  kind('wake', nothing),
  kind('restart', nothing),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const look = ({ handlers }: Background, id: string) =>
  Promise.all([handlers.getProfile(id), handlers.getInbox(id), handlers.getCalendar(id)]);

/** Gives the background that runs afterwards. */
async function take(step: Step, background: Background, id: string): Promise<Background> {
  const { control } = world.tenant;
  const { handlers } = background;
  switch (step.does) {
    case 'click':
      world.person.consents = step.consents;
      await allow(background, id, step.purpose);
      return background;
    case 'approve':
      Object.assign(world.person, { is: world.someone('administrator'), consents: step.consents });
      await background.signIn({ kind: 'approve', accountId: id, purpose: step.purpose });
      world.person.is = world.someone('member');
      return background;
    case 'look':
      await look(background, id);
      return background;
    case 'wait':
      world.passTime(step.ms);
      return background;
    case 'revoke':
      control.revokeConsent(world.someone('member'), step.permission ? [step.permission] : undefined);
      return background;
    case 'revoke for all':
      control.revokeOrganisationConsent();
      return background;
    case 'postpone':
      await handlers.postpone(id, step.purpose);
      return background;
    case 'send a link':
      await handlers.getApprovalRequest(id, step.purpose);
      return background;
    case 'pause':
      await handlers.setPaused(id, step.permission, step.isPaused);
      return background;
    case 'wake':
      return world.wake();
    case 'restart':
      return world.restartBrowser();
  }
}

it('asks Microsoft for exactly the permissions in the ledger, and opens no window without a click', async () => {
  const run = async (steps: Step[]) => {
    world.reset();
    let { background, id } = await world.signedIn();
    for (const step of steps) {
      const before = world.person.windows;
      background = await take(step, background, id);
      const isClick = step.does === 'click' || step.does === 'approve';
      expect(world.person.windows - before).toBeLessThanOrEqual(isClick ? 1 : 0);
      expect(await askedByLedger(background, id)).toEqual(askedOfMicrosoft(world));
    }
    await look(background, id);
    expect(await askedByLedger(background, id)).toEqual(askedOfMicrosoft(world));
    expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
  };
  const walks = fc.array(step, { minLength: 10, maxLength: 25 });
  await fc.assert(fc.asyncProperty(walks, run), { numRuns: 6, endOnFailure: true });
});
