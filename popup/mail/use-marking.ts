import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../../src/contract.ts';
import { ask } from '../../src/messaging.ts';
import type { Go, Place } from '../use-place.ts';
import { answerTo } from '../use-reply.ts';

type Refusal = Extract<Reply<never>, { kind: 'obstacle' }>;

/** Marking the open message as read or unread. */
export interface Marking {
  /** What it has been marked as; null: as it was read. */
  isRead: boolean | null;
  /** What stands in the way of what was last wanted. */
  refusal: Refusal | null;
  isBusy: boolean;
  mark(isRead: boolean): void;
  retry(): void;
  giveUp(): void;
}

interface Options {
  message: NonNullable<Place['message']>;
  isShown: boolean;
  go: Go;
  revision: number;
  onChange(): void;
}

/**
 * What the person wants is kept with the place, so that it comes about by itself once Microsoft's window has brought
 * the permission, although the popup was closed meanwhile.
 */
export function useMarking({ message, isShown, go, revision, onChange }: Options): Marking {
  const { accountId, id, markAs } = message;
  const [isRead, setRead] = useState<boolean | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const want = (wish: typeof markAs) => go({ message: { accountId, id, markAs: wish } });

  useEffect(() => {
    if (!markAs || !isShown) return;
    let isOver = false;
    setBusy(true);
    answerTo(() => ask('markMessage', accountId, id, markAs === 'read')).then((reply) => {
      if (isOver) return;
      setBusy(false);
      setRefusal(reply.kind === 'obstacle' ? reply : null);
      if (reply.kind === 'obstacle') return;
      setRead(reply.data.isRead);
      want(null);
      onChange();
    });
    return () => {
      isOver = true;
    };
  }, [markAs, isShown, revision, attempt]);

  return {
    isRead,
    refusal: markAs ? refusal : null,
    isBusy,
    mark: (wish) => want(wish ? 'read' : 'unread'),
    retry: () => setAttempt((count) => count + 1),
    giveUp: () => want(null),
  };
}
