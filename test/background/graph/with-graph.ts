import type { AccountBook } from '../../../background/auth/accounts.ts';
import type { Graph } from '../../../background/graph/client.ts';
import type { GraphRequest } from '../../../background/graph/request.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import { needsOf, type Purpose } from '../../../src/purposes.ts';
import type { World } from '../../fakes/world.ts';

/** Graph as the readers have it, and what they have asked it, each with the purpose it was for. */
export interface WatchedGraph {
  graph: Graph;
  book: AccountBook;
  id: string;
  asked: (GraphRequest & { purpose: Purpose })[];
}

/**
 * Somebody is signed in whose organisation has agreed to these purposes, which one window is enough for; a personal
 * account has none, and agrees itself.
 */
export async function withGraph(world: World, purposes: Purpose[], who?: Person): Promise<WatchedGraph> {
  world.tenant.control.consentForOrganisation(purposes.flatMap(needsOf));
  const { background, id } = await world.signedIn(who);
  if (who?.kind === 'personal') {
    for (const purpose of purposes) await background.signIn({ kind: 'again', accountId: id, purpose });
  }
  const asked: WatchedGraph['asked'] = [];
  const graph: Graph = {
    call(access, request) {
      asked.push({ ...request, purpose: access.purpose });
      return background.services.graph.call(access, request);
    },
  };
  return { graph, book: background.services.book, id, asked };
}

/** Has Graph answer with this under a path, whatever was asked. */
export function answerWith(world: World, path: string, body: unknown, status = 200): void {
  world.tenant.control.faults.graph[`/v1.0${path}`] = { status, body };
}

/** The OData options of a request. */
export function optionsOf(request: GraphRequest | undefined): Record<string, string> {
  return Object.fromEntries(new URL(`https://graph.example${request?.path ?? '/'}`).searchParams);
}
