import type { Reply } from '../src/contract.ts';
import type { Colleague } from '../src/data/people.ts';
import { needsOf } from '../src/purposes.ts';
import type { AccountBook } from './auth/accounts.ts';
import type { Ladder } from './auth/ladder.ts';
import type { Graph } from './graph/client.ts';
import { searchPeople } from './graph/people.ts';
import { answerWith } from './reply.ts';

/** Searches that go along with what is typed. */
export interface Search {
  people(accountId: string, text: string): Promise<Reply<Colleague[]>>;
}

interface SearchParts {
  graph: Graph;
  book: AccountBook;
  ladder: Ladder;
  ready(): Promise<void>;
}

/** Of several searches of an account only the last goes on: nobody waits for the others any more. */
export function createSearch({ graph, book, ladder, ready }: SearchParts): Search {
  const latest = new Map<string, AbortController>();
  return {
    async people(accountId, text) {
      latest.get(accountId)?.abort();
      const mine = new AbortController();
      latest.set(accountId, mine);
      try {
        await ready();
        const isPersonal = (await book.find(accountId))?.isPersonal ?? false;
        const purpose = isPersonal ? 'people-near' : 'people';
        return await answerWith(purpose, async () => {
          // Who opens the search and types nothing yet is told what is wanting, and costs Graph nothing.
          if (text.trim() !== '')
            return searchPeople(graph, { id: accountId, isPersonal }, text, mine.signal);
          await ladder.token({ accountId, permissions: needsOf(purpose) });
          return [];
        });
      } finally {
        if (latest.get(accountId) === mine) latest.delete(accountId);
      }
    },
  };
}
