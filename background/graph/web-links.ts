/** Where Microsoft's web apps for mail are; a link to anywhere else is not followed, whoever wrote it. */
const OUTLOOK_HOSTS: ReadonlySet<string> = new Set([
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.live.com',
]);

/** A link from Graph into Outlook, if that is what it is. */
export function outlookLink(link: string | null): string | null {
  const url = link !== null && URL.canParse(link) ? new URL(link) : null;
  return url?.protocol === 'https:' && OUTLOOK_HOSTS.has(url.host) ? url.href : null;
}
