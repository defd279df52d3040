import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { applyToMessages } from '../../src/apply-edit.ts';
import type { Inbox, MessageSummary } from '../../src/data/mail.ts';
import { ask } from '../../src/messaging.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import { answerTo } from '../data/answer-to.ts';
import { isShownBeside } from '../data/reading-store.ts';
import type { Reading } from '../data/use-reading.ts';
import type { PanelProps } from '../panels/panel.ts';
import {
  beginPages,
  countKnown,
  cursorFor,
  isWhole,
  type MailPages,
  withFirstPage,
  withPage,
} from './mail-pages.ts';

/** The inbox, as far down as somebody has gone. */
export interface MailList {
  messages: readonly MessageSummary[];
  isWhole: boolean;
  /** Why the list does not go on. */
  failure: Obstacle | null;
  /** Asks for what comes next, unless that is under way, or has failed. */
  more(): void;
  retry(): void;
}

const NONE: MessageSummary[] = [];

/** The first page is a reading; those behind it are asked for one at a time, and kept while the panel is there. */
export function useMailList(
  inbox: Reading<Inbox>,
  { session, store, editing }: Pick<PanelProps, 'session' | 'store' | 'editing'>,
): MailList {
  const { account, revision } = session;
  const { data, askedAt } = store.known('getInbox');
  const pages = useRef<MailPages | null>(null);
  const first = useRef<Inbox | null>(null);
  const isAsking = useRef(false);
  const [, redraw] = useState(0);
  const [failure, setFailure] = useState<Obstacle | null>(null);
  useEffect(() => setFailure(null), [revision]);

  if (first.current !== data) {
    first.current = data;
    const before = data && pages.current;
    pages.current = before ? withFirstPage(before, data, askedAt) : data && beginPages(data, askedAt);
  }

  const known = pages.current;
  const shown = inbox.data?.messages;
  const rest = editing
    .since(known?.restAskedAt ?? 0)
    .reduce((messages, edit) => applyToMessages(messages, edit), known?.rest ?? NONE);
  const messages = useMemo(() => [...(shown ?? NONE), ...rest], [shown, rest]);

  const goOn = () => {
    if (!known || isAsking.current || inbox.isLoading || isWhole(known)) return;
    const cursor = cursorFor(known, messages.length);
    if (!cursor?.next) {
      if (inbox.obstacle) setFailure(inbox.obstacle);
      else inbox.reload();
      return;
    }
    const { next } = cursor;
    const asked = { cursor, askedAt: Date.now(), gone: countKnown(known) - messages.length };
    isAsking.current = true;
    answerTo(() => ask('getMoreMail', account.id, next)).then((reply) => {
      isAsking.current = false;
      const { current } = pages;
      if (reply.kind === 'obstacle') setFailure(reply.obstacle);
      // What the list was then may have begun again.
      else if (current?.cursors.includes(cursor)) {
        pages.current = withPage(current, { ...asked, page: reply.data });
      }
      redraw((count) => count + 1);
    });
  };

  return {
    messages,
    isWhole: known !== null && isWhole(known),
    failure,
    more: () => !failure && goOn(),
    retry() {
      setFailure(null);
      // What is not passing, a permission that is gone for one, is the panel's to show.
      if (failure && !isShownBeside(failure)) inbox.reload();
      else goOn();
    },
  };
}
