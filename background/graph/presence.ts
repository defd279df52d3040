import type { Presence as GraphPresence } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import { type Availability, CHOICES, type Presence, type PresenceChoice } from '../../src/data/presence.ts';
import { confirm, listOf, readAs, type Shape } from './answers.ts';
import type { Graph } from './client.ts';
import type { GraphRequest } from './request.ts';

/**
 * Graph's words, and what they come to: `Idle` is whoever has not touched their computer for a while. Enums are open,
 * so any other word is unknown.
 */
const AVAILABILITY: ReadonlyMap<string, Availability> = new Map([
  ...CHOICES.map((choice) => [choice, choice] as const),
  ['AvailableIdle', 'Available'],
  ['BusyIdle', 'Busy'],
]);

const availability = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((word) => AVAILABILITY.get(word) ?? 'unknown'),
);

/** Microsoft Graph v1.0, resource type `presence`. It takes no OData options. */
const Own = v.object({ availability } satisfies Shape<GraphPresence>);

const Other = v.object({ id: v.string(), availability } satisfies Shape<GraphPresence>);

/**
 * The person's own presence. Personal accounts have none.
 * @throws AppError
 */
export async function readPresence(graph: Graph, accountId: string): Promise<Presence> {
  return readAs(Own, await graph.call({ accountId, purpose: 'presence' }, { path: '/me/presence' }));
}

/**
 * The presence of others, by their ids in the directory. Graph takes 650 of them at once.
 * @throws AppError
 */
export async function readPresences(
  graph: Graph,
  accountId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Availability>> {
  const answer = await graph.call(
    { accountId, purpose: 'people-presence' },
    { path: '/communications/getPresencesByUserId', method: 'POST', body: { ids } },
  );
  return new Map(readAs(listOf(Other), answer).value.map((one) => [one.id, one.availability]));
}

/** What goes with each choice (Microsoft: "presence: setUserPreferredPresence"); no other pair is taken. */
const ACTIVITIES: Readonly<Record<PresenceChoice, string>> = {
  Available: 'Available',
  Busy: 'Busy',
  DoNotDisturb: 'DoNotDisturb',
  BeRightBack: 'BeRightBack',
  Away: 'Away',
  Offline: 'OffWork',
};

/** Left alone, Graph keeps some choices for a week: one that was forgotten is to be gone the next day. */
const A_DAY = 'P1D';

/**
 * Says how the person can be found; null leaves it to Teams again. Without a Teams client at work anywhere, others go
 * on seeing "offline".
 * @throws AppError
 */
export async function setPresence(
  graph: Graph,
  accountId: string,
  choice: PresenceChoice | null,
): Promise<void> {
  const body = choice && { availability: choice, activity: ACTIVITIES[choice], expirationDuration: A_DAY };
  const request: GraphRequest = {
    path: `/me/presence/${body ? 'setUserPreferredPresence' : 'clearUserPreferredPresence'}`,
    method: 'POST',
    body: body ?? {},
  };
  confirm(await graph.call({ accountId, purpose: 'presence-set' }, request));
}
