import type { Reply } from '../src/contract.ts';
import type { Colleague } from '../src/data/people.ts';
import type { AccountBook } from './auth/accounts.ts';
import type { Graph } from './graph/client.ts';
import { searchPeople } from './graph/people.ts';
import { answerWith } from './reply.ts';

/** Searches that go along with what is typed. */
export interface Search {
  people(accountId: string, text: string): Promise<Reply<Colleague[]>>;
}

/** Of several searches of an account only the last goes on: nobody waits for the others any more. */
export function createSearch(graph: Graph, book: AccountBook): Search {
  const latest = new Map<string, AbortController>();
  return {
    async people(accountId, text) {
      latest.get(accountId)?.abort();
      const mine = new AbortController();
      latest.set(accountId, mine);
      try {
        const isPersonal = (await book.find(accountId))?.isPersonal ?? false;
        return await answerWith(isPersonal ? 'people-near' : 'people', () =>
          searchPeople(graph, { id: accountId, isPersonal }, text, mine.signal),
        );
      } finally {
        if (latest.get(accountId) === mine) latest.delete(accountId);
      }
    },
  };
}
