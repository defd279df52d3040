import { applyEdit } from '../../src/apply-edit.ts';
import type { Reply } from '../../src/contract.ts';
import type { CalendarEvent } from '../../src/data/calendar.ts';
import { ask } from '../../src/messaging.ts';
import type { Reading } from '../data/use-reading.ts';
import { useReply } from '../data/use-reply.ts';
import type { PanelProps } from '../panels/panel.ts';
import { startOfDay } from '../times.ts';

interface Asked {
  events: CalendarEvent[];
  /** When they were asked for (epoch ms): what was changed later is not in them. */
  askedAt: number;
}

const DAYS = 7;

/** The events of a week that begins with that midnight, as a reading that nothing is kept of; none for null. */
export function useWeek(
  start: number | null,
  { session, editing }: Pick<PanelProps, 'session' | 'editing'>,
): Reading<CalendarEvent[]> {
  const { account, revision } = session;
  const { reply, reload } = useReply(() => askWeek(account.id, start), [account.id, start], revision);
  const isReady = reply?.kind === 'ready';
  const data = isReady
    ? editing
        .since(reply.data.askedAt)
        .reduce((events, edit) => applyEdit('getCalendar', events, edit), reply.data.events)
    : null;
  return {
    data,
    readAt: isReady ? reply.readAt : null,
    obstacle: reply?.kind === 'obstacle' ? reply.obstacle : null,
    reply: data && isReady ? { ...reply, data } : reply?.kind === 'obstacle' ? reply : null,
    isLoading: reply === null,
    reload,
  };
}

async function askWeek(accountId: string, start: number | null): Promise<Reply<Asked>> {
  const askedAt = Date.now();
  if (start === null) return { kind: 'ready', data: { events: [], askedAt }, readAt: askedAt };
  const reply = await ask('getEvents', accountId, start, startOfDay(start, DAYS));
  return reply.kind === 'ready' ? { ...reply, data: { events: reply.data, askedAt } } : reply;
}
