import type { WebApp } from './components/status-bar.tsx';

/** Microsoft's web apps for what the panels show. A personal account has no Teams of an organisation. */
export interface WebApps {
  home: WebApp;
  mail: WebApp;
  calendar: WebApp;
  tasks: WebApp;
  files: WebApp;
  people: WebApp | undefined;
}

const HOME: WebApp = { label: 'openHome', href: 'https://www.microsoft365.com/' };

const WORK: WebApps = {
  home: HOME,
  mail: { label: 'openMail', href: 'https://outlook.office.com/mail/' },
  calendar: { label: 'openCalendar', href: 'https://outlook.office.com/calendar/' },
  tasks: { label: 'openTasks', href: 'https://to-do.office.com/tasks/' },
  files: { label: 'openFiles', href: 'https://www.microsoft365.com/onedrive' },
  people: { label: 'openPeople', href: 'https://teams.microsoft.com/' },
};

const PERSONAL: WebApps = {
  home: HOME,
  mail: { label: 'openMail', href: 'https://outlook.live.com/mail/' },
  calendar: { label: 'openCalendar', href: 'https://outlook.live.com/calendar/' },
  tasks: { label: 'openTasks', href: 'https://to-do.live.com/tasks/' },
  files: { label: 'openFiles', href: 'https://onedrive.live.com/' },
  people: undefined,
};

/** Where the web apps are: work and personal accounts have different ones. */
export function webApps(isPersonal: boolean): WebApps {
  return isPersonal ? PERSONAL : WORK;
}
