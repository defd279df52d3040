import type { Panel } from './panel.ts';
import { Today } from './today.tsx';

/**
 * The panels, in the order of their tabs. What is drawn in them is loaded when it is shown, save for the first, which
 * most people see first.
 */
export const PANELS: readonly [Panel, ...Panel[]] = [
  {
    name: 'today',
    title: 'panelToday',
    icon: 'home',
    purposes: ['profile', 'mail-list', 'calendar', 'tasks', 'files'],
    readings: ['getInbox', 'getCalendar', 'getTasks', 'getFiles'],
    isOverview: true,
    load: async () => Today,
  },
  {
    name: 'mail',
    title: 'panelMail',
    icon: 'mail',
    purposes: ['mail-list', 'mail-open', 'mail-change'],
    readings: ['getInbox'],
    load: async () => (await import('./others.ts')).Mail,
  },
  {
    name: 'calendar',
    title: 'panelCalendar',
    icon: 'calendar',
    purposes: ['calendar', 'calendar-answer'],
    readings: ['getCalendar'],
    load: async () => (await import('./others.ts')).Calendar,
  },
  {
    name: 'tasks',
    title: 'panelTasks',
    icon: 'tasks',
    purposes: ['tasks', 'tasks-change'],
    readings: ['getTasks'],
    load: async () => (await import('./others.ts')).Tasks,
  },
  {
    name: 'files',
    title: 'panelFiles',
    icon: 'folder',
    purposes: ['files'],
    readings: ['getFiles'],
    load: async () => (await import('./others.ts')).Files,
  },
  {
    name: 'people',
    title: 'panelPeople',
    icon: 'people',
    purposes: ['people', 'people-near', 'people-presence'],
    readings: [],
    load: async () => (await import('./others.ts')).People,
  },
  {
    name: 'you',
    title: 'panelYou',
    icon: 'person',
    purposes: ['profile', 'presence', 'presence-set'],
    readings: ['getProfile'],
    load: async () => (await import('./others.ts')).You,
  },
];

/** The panel of that name; the first, where another version of Lanyard has kept one that is no more. */
export function panelCalled(name: string): Panel {
  return PANELS.find((panel) => panel.name === name) ?? PANELS[0];
}
