import { calendarReaders, calendarTrackers, calendarWriters } from '../access.ts';
import { accessDenied } from '../errors.ts';
import type { GraphRoute } from '../routes.ts';
import { answerEvent } from './answer-event.ts';
import { deltaCalendar } from './delta-calendar.ts';
import { readEvent } from './read-event.ts';
import { viewCalendar } from './view-calendar.ts';

const reading = { method: 'GET', scopes: calendarReaders, refuse: accessDenied } as const;

export const calendarRoutes: readonly GraphRoute[] = [
  { ...reading, path: /^\/v1\.0\/me\/(?:calendar\/)?calendarView$/i, handler: viewCalendar },
  {
    ...reading,
    path: /^\/v1\.0\/me\/(?:calendar\/)?calendarView\/delta$/i,
    scopes: calendarTrackers,
    handler: deltaCalendar,
  },
  { ...reading, path: /^\/v1\.0\/me\/events\/(?<id>[^/]+)$/i, handler: readEvent },
  {
    method: 'POST',
    path: /^\/v1\.0\/me\/events\/(?<id>[^/]+)\/(?<answer>accept|tentativelyAccept|decline)$/i,
    scopes: calendarWriters,
    refuse: accessDenied,
    handler: answerEvent,
  },
];
