import { calendar } from './calendar.tsx';
import { files } from './files.tsx';
import { mail } from './mail.tsx';
import type { Panel } from './panel.ts';
import { people } from './people.tsx';
import { tasks } from './tasks.tsx';
import { today } from './today.tsx';
import { you } from './you.tsx';

/** The panels, in the order of their tabs. */
export const PANELS: readonly [Panel, ...Panel[]] = [today, mail, calendar, tasks, files, people, you];

/** The panel of that name; the first, where another version of Lanyard has kept one that is no more. */
export function panelCalled(name: string): Panel {
  return PANELS.find((panel) => panel.name === name) ?? PANELS[0];
}
