/** Where Microsoft's web apps for mail and calendars are. */
const OUTLOOK_HOSTS: ReadonlySet<string> = new Set([
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.live.com',
]);

/**
 * Where Microsoft's web apps for files are: OneDrive and SharePoint of an organisation (`contoso-my.sharepoint.com`),
 * a person's own OneDrive, old and new, its short links, and Office in the browser.
 */
const FILE_HOSTS = [
  'sharepoint.com',
  'onedrive.live.com',
  'onedrive.com',
  '1drv.ms',
  'my.microsoftpersonalcontent.com',
  'officeapps.live.com',
] as const;

/** A link from Graph into Outlook, if that is what it is: one to anywhere else is not followed, whoever wrote it. */
export function outlookLink(link: string | null): string | null {
  const url = readHttps(link);
  return url && OUTLOOK_HOSTS.has(url.host) ? url.href : null;
}

/** A link from Graph to a file in one of Microsoft's web apps. */
export function fileLink(link: string | null): string | null {
  const url = readHttps(link);
  return url && isWithin(url, FILE_HOSTS) ? url.href : null;
}

/** A page of the web, which anybody may have chosen; nothing that a click on it could run. */
export function webLink(link: string | null): string | null {
  const url = readUrl(link);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** An address by https, without a user name, which only serves to look like another host. */
export function readHttps(link: string | null): URL | null {
  const url = readUrl(link);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}

/** Whether it is one of these hosts, or part of one: a dot must stand before the name. With a port it is neither. */
export function isWithin({ host }: URL, hosts: readonly string[]): boolean {
  return hosts.some((each) => host === each || host.endsWith(`.${each}`));
}

function readUrl(link: string | null): URL | null {
  return link !== null && URL.canParse(link) ? new URL(link) : null;
}
