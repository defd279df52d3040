import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../../src/contract.ts';
import type { FileItem } from '../../src/data/files.ts';
import { ask } from '../../src/messaging.ts';
import { answerTo } from '../data/answer-to.ts';

/** As long as somebody takes from one letter to the next. */
const PAUSE_MS = 250;

/** What has been found, and for which words; null until there is an answer. */
export interface FileSearch {
  found: { text: string; reply: Reply<FileItem[]> } | null;
  /** Whether there is no answer yet to what stands in the field. */
  isSearching: boolean;
  retry(): void;
}

/** Searches once typing has paused. What was found before stays until there is an answer; the last question's counts. */
export function useFileSearch(accountId: string, revision: number, typed: string): FileSearch {
  const [found, setFound] = useState<FileSearch['found']>(null);
  const [attempt, setAttempt] = useState(0);
  const [answered, setAnswered] = useState('');
  const text = typed.trim();
  const question = `${revision} ${attempt} ${text}`;

  useEffect(() => {
    if (text === '') {
      setFound(null);
      return;
    }
    let isOver = false;
    const timer = setTimeout(() => {
      answerTo(() => ask('searchFiles', accountId, text)).then((reply) => {
        if (isOver) return;
        setFound({ text, reply });
        setAnswered(question);
      });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [accountId, question]);

  return {
    found: text === '' ? null : found,
    isSearching: text !== '' && answered !== question,
    retry: () => setAttempt((count) => count + 1),
  };
}
