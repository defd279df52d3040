import { describe, expect, it } from 'vitest';
import { findJoinLink } from '../../../background/graph/join-links.ts';
import { fileLink, isWithin, outlookLink, readHttps, webLink } from '../../../background/graph/web-links.ts';

const nowhere = { onlineMeeting: null, onlineMeetingUrl: null, location: null };
const atPlace = (displayName: string) => ({ ...nowhere, location: { displayName, locationUri: null } });

describe('A link', () => {
  it('leads to a web page only with one of two exact schemes', () => {
    expect(webLink('http://intranet/')).toBe('http://intranet/');
    expect(webLink('HTTPS://fernleigh.example')).toBe('https://fernleigh.example/');
    for (const link of ['shttp://x/', 'xhttps://x/', 'ftp://x/', 'http', null]) {
      expect([link, webLink(link)]).toEqual([link, null]);
    }
  });

  it('has neither a user name nor a password', () => {
    for (const link of ['https://mira@sharepoint.com/', 'https://:moss@sharepoint.com/']) {
      expect([
        readHttps(link),
        fileLink(link),
        outlookLink(link.replace('sharepoint', 'outlook.live')),
      ]).toEqual([null, null, null]);
    }
  });

  it('is within a host, or within a part of it', () => {
    const isIn = (link: string) => isWithin(new URL(link), ['zoom.us', 'webex.com']);
    expect(['https://zoom.us/', 'https://a.b.webex.com/'].map(isIn)).toEqual([true, true]);
    expect(['https://azoom.us/', 'https://zoom.us:1/', 'https://us/'].map(isIn)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('A meeting', () => {
  it('has no link to join if nothing is said of where it is', () => {
    expect(findJoinLink(nowhere)).toBeNull();
    expect(findJoinLink({ ...nowhere, location: { displayName: null, locationUri: null } })).toBeNull();
    expect(findJoinLink({ ...nowhere, onlineMeeting: { joinUrl: null } })).toBeNull();
  });

  it('has a link without the marks of the sentence in which it stands', () => {
    expect(findJoinLink(atPlace('Join at https://zoom.us/j/1?!...'))).toBe('https://zoom.us/j/1');
    expect(findJoinLink(atPlace('https://zoom.us/j/1.2'))).toBe('https://zoom.us/j/1.2');
  });

  it('is joined by the address of its place before one in its name', () => {
    const location = { displayName: 'https://zoom.us/j/2', locationUri: 'https://zoom.us/j/1' };
    expect(findJoinLink({ ...nowhere, location })).toBe('https://zoom.us/j/1');
  });

  it('has no link that stands behind the first 4,000 characters of its place', () => {
    const link = 'https://zoom.us/j/1';
    expect(findJoinLink(atPlace(`${' '.repeat(4000 - link.length)}${link}`))).toBe(link);
    expect(findJoinLink(atPlace(`${' '.repeat(4000)}${link}`))).toBeNull();
  });
});
