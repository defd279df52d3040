import { describe, expect, it } from 'vitest';
import { fileLink, outlookLink, webLink } from '../../../background/graph/web-links.ts';

/** What is no link to a host, however much it looks like one. */
const deceptions = (host: string) => [
  `http://${host}/`,
  `https://${host}.evil.example/`,
  `https://evil-${host}/`,
  `https://${host}@evil.example/`,
  `https://evil.example\\@${host}/`,
  `https://someone@${host}/`,
  `https://${host}:8443/`,
  `https://${host}./`,
  `https://evil.example/${host}`,
  `https://evil.example?${host}`,
  `javascript:alert(1)//${host}`,
  `data:text/html,${host}`,
  `//${host}/`,
  host,
  'nonsense',
  '',
  null,
];

describe('A link into Outlook', () => {
  it.each([
    'https://outlook.office.com/mail/1',
    'https://outlook.office365.com/owa/?ItemID=1',
    'https://outlook.live.com/mail/1?a=b',
  ])('is accepted: %s (A8)', (link) => {
    expect(outlookLink(link)).toBe(link);
  });

  it.each(deceptions('outlook.office.com'))('is rejected: %s (A8)', (link) => {
    expect(outlookLink(link)).toBeNull();
  });

  it('never leads to a subdomain of such a host, which may belong to anybody (A8)', () => {
    expect(outlookLink('https://evil.outlook.office.com/')).toBeNull();
  });
});

describe('A link to a file', () => {
  it.each([
    'https://fernleigh-my.sharepoint.com/personal/mira/Documents/a%20b.docx',
    'https://onedrive.live.com/?cid=1&id=2',
    'https://1drv.ms/w/s!Abc',
    'https://my.microsoftpersonalcontent.com/personal/1/Documents/a.docx',
    'https://word-edit.officeapps.live.com/we/wordeditorframe.aspx',
  ])('is accepted: %s (A8)', (link) => {
    expect(fileLink(link)).toBe(link);
  });

  it.each([...deceptions('sharepoint.com'), 'https://evilsharepoint.com/', 'https://live.com/'])(
    'is rejected: %s (A8)',
    (link) => {
      expect(fileLink(link)).toBeNull();
    },
  );
});

describe('A link to the web', () => {
  it.each(['https://example.com/a', 'http://intranet/'])('is accepted: %s (A8)', (link) => {
    expect(webLink(link)).toBe(link);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'example.com', '', null])(
    'is rejected: %s (A8)',
    (link) => {
      expect(webLink(link)).toBeNull();
    },
  );
});
