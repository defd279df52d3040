// A working day of the real background at the real tenant, run by `npm run bench -- cost` in a vitest of its own
// (project `cost`), for it takes the faked browser of the unit tests.
import { writeFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { NINE, setUpWatchWorld } from '../../background/watch/with-watch.ts';
import { startGraph } from '../../demo/tenant/graph-client.ts';
import { unplugNetwork } from '../../fakes/fake-network.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { type Costs, type DayCost, minus, type Traffic } from './costs.ts';
import { DAY, liveDay, planMeetings } from './working-day.ts';

const world = setUpWatchWorld();

/** What every reading of an opening needs, so that none of them is left out. */
const SCOPES = [
  'User.Read',
  'Mail.ReadBasic',
  'Calendars.ReadBasic',
  'Tasks.Read',
  'Files.Read',
  'Presence.Read',
];
type Watch = 'unread' | 'meetings';

/** Signed in, with what is watched turned on, and nothing counted yet. */
async function begin(watches: readonly Watch[]): Promise<string> {
  vi.setSystemTime(NINE);
  world.reset();
  surroundings.allowed.add('notifications');
  planMeetings(world);
  world.tenant.control.consentForOrganisation(SCOPES);
  return world.watching(watches);
}

async function measureDay(watches: readonly Watch[]): Promise<DayCost> {
  const id = await begin(watches);
  const { control } = world.tenant;
  const { token } = control.counters;
  const before = { ours: { ...world.network.graph }, tenants: { ...control.traffic } };
  const opened = await liveDay(world, id);
  const ours = minus(world.network.graph, before.ours);
  return {
    ours,
    tenants: minus(control.traffic, before.tenants),
    background: minus(ours, opened),
    tokens: control.counters.token - token,
    reminders: surroundings.noticesShown.length,
  };
}

/** What the next look costs, when nothing happens any more. */
async function measureUnchanged(watches: readonly Watch[]): Promise<Traffic> {
  await begin(watches);
  const before = { ...world.network.graph };
  // The alarm may be one for a reminder, which asks nobody.
  while (world.network.graph.requests === before.requests) await world.nextAlarm();
  return minus(world.network.graph, before);
}

const MESSAGES = 10_000;

/** Asks for the changes of an inbox as a client would that asks for as little as it can of each message. */
async function measureMailDelta(): Promise<Costs['mailDelta']> {
  // This client asks from Node, and from no extension.
  unplugNetwork();
  const graph = await startGraph(MESSAGES);
  const headers = { Prefer: 'IdType="ImmutableId", odata.maxpagesize=200' };
  let link = '/v1.0/me/mailFolders/inbox/messages/delta?$select=isRead';
  const { traffic } = graph.workings;
  const round = async () => {
    const before = { ...traffic };
    for (let isWhole = false; !isWhole; ) {
      const { body } = await graph.ask(link, { scopes: 'Mail.ReadBasic', headers });
      isWhole = body['@odata.nextLink'] === undefined;
      link = String(body['@odata.nextLink'] ?? body['@odata.deltaLink']);
    }
    return minus(traffic, before);
  };
  try {
    return { messages: MESSAGES, first: await round(), unchanged: await round() };
  } finally {
    await graph.stop();
  }
}

it('measures what a working day costs Graph', { timeout: 300_000 }, async () => {
  const costs: Costs = {
    hours: DAY.hours,
    openings: DAY.openings,
    quiet: await measureDay([]),
    everything: await measureDay(['unread', 'meetings']),
    unchanged: await measureUnchanged(['unread', 'meetings']),
    number: await measureUnchanged(['unread']),
    mailDelta: await measureMailDelta(),
  };
  // A day on which nothing came through would be cheap.
  expect(costs.everything.reminders).toBeGreaterThanOrEqual(5);
  expect(costs.everything.tenants).toMatchObject({ requests: costs.everything.ours.requests });
  await writeFile(process.env.LANYARD_COST_FILE ?? '/dev/null', JSON.stringify(costs, null, 2));
});
