import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../../src/contract.ts';
import type { Colleague } from '../../src/data/people.ts';
import { ask } from '../../src/messaging.ts';
import { answerTo } from '../data/answer-to.ts';
import type { Reading } from '../data/use-reading.ts';

/** Fewer letters would find half of the organisation. */
const LEAST_LETTERS = 2;
/** Whoever types is not interrupted. */
const PAUSE_MS = 200;
/** More is not taken by the background. */
const LONGEST_SEARCH = 200;

export interface PeopleSearch {
  /** What has been found, as a panel shows it; no data before the first search. */
  reading: Reading<Colleague[]>;
  /** What was typed for what is shown; empty before the first search. */
  shownFor: string;
  /** Whether what is shown is of a search before, and the next is under way. */
  isStale: boolean;
  /** Whether there is enough typed to search for. */
  isSearching: boolean;
}

/**
 * Searches along with what is typed. Of several answers only the last question's is shown, and the one before it
 * meanwhile. With nothing typed it asks for nothing as well, which tells whether it may search, without asking Graph.
 */
export function usePeopleSearch(accountId: string, revision: number, typed: string): PeopleSearch {
  const [found, setFound] = useState<{ text: string; reply: Reply<Colleague[]> } | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const text = searchText(typed);

  useEffect(() => {
    let isOver = false;
    const search = async () => {
      const reply = await answerTo(() => ask('searchPeople', accountId, text));
      if (isOver) return;
      setFound({ text, reply });
      setLoading(false);
    };
    setLoading(true);
    const timer = setTimeout(search, text === '' ? 0 : PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [accountId, revision, text, attempt]);

  const reply = found?.reply ?? null;
  const obstacle = reply?.kind === 'obstacle' ? reply.obstacle : null;
  const isFound = reply?.kind === 'ready' && text !== '' && found?.text !== '';
  const reload = () => {
    // An obstacle makes room at once, so that one sees that something is being done about it.
    if (obstacle) setFound(null);
    setAttempt((count) => count + 1);
  };
  return {
    reading: {
      data: isFound ? reply.data : null,
      readAt: isFound ? reply.readAt : null,
      obstacle,
      reply,
      isLoading,
      reload,
    },
    shownFor: found?.text ?? '',
    isStale: isFound && found?.text !== text,
    isSearching: text !== '',
  };
}

/** What is searched for: the same for a space more or less, and nothing where too little is typed. */
function searchText(typed: string): string {
  const text = typed.trim().replace(/\s+/g, ' ').slice(0, LONGEST_SEARCH);
  return [...text].length < LEAST_LETTERS ? '' : text;
}
