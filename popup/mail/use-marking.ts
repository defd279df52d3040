import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../src/messaging.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import type { Go, Place } from '../use-place.ts';
import { answerTo } from '../use-reply.ts';

/** Marking the open message as read or unread. */
export interface Marking {
  /** What it has been marked as; null: as it was read. */
  isRead: boolean | null;
  /** What stands in the way of what was last wanted. */
  obstacle: Obstacle | undefined;
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
  const [obstacle, setObstacle] = useState<Obstacle | undefined>();
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
      setObstacle(reply.kind === 'obstacle' ? reply.obstacle : undefined);
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
    obstacle: markAs ? obstacle : undefined,
    isBusy,
    mark: (wish) => want(wish ? 'read' : 'unread'),
    retry: () => setAttempt((count) => count + 1),
    giveUp: () => want(null),
  };
}
