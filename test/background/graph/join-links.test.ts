import { describe, expect, it } from 'vitest';
import { findJoinLink, type JoinHints } from '../../../background/graph/join-links.ts';

const nothing: JoinHints = { onlineMeeting: null, onlineMeetingUrl: null, location: null };
const at = (displayName: string | null, locationUri: string | null = null): JoinHints => ({
  ...nothing,
  location: { displayName, locationUri },
});

const TEAMS = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d';

describe('A link to join', () => {
  it('is the one that Graph has for it, before any that somebody wrote', () => {
    const hints = { ...at('https://zoom.us/j/1'), onlineMeetingUrl: 'https://meet.google.com/abc' };
    expect(findJoinLink({ ...hints, onlineMeeting: { joinUrl: TEAMS } })).toBe(TEAMS);
    expect(findJoinLink(hints)).toBe('https://meet.google.com/abc');
    expect(findJoinLink({ ...hints, onlineMeetingUrl: null })).toBe('https://zoom.us/j/1');
  });

  it.each([
    ['Microsoft Teams Meeting; https://teams.live.com/meet/9?p=x', 'https://teams.live.com/meet/9?p=x'],
    ['Zoom (https://us02web.zoom.us/j/123?pwd=a.1).', 'https://us02web.zoom.us/j/123?pwd=a.1'],
    ['Room 4 or <https://fern.webex.com/meet/ada>', 'https://fern.webex.com/meet/ada'],
    ['HTTPS://MEET.GOTO.COM/1, see you', 'https://meet.goto.com/1'],
    ['https://bluejeans.com/1/2', 'https://bluejeans.com/1/2'],
    ['map: https://maps.example/x join: https://meet.google.com/abc-d', 'https://meet.google.com/abc-d'],
  ])('is found in a place: %s', (place, link) => {
    expect(findJoinLink(at(place))).toBe(link);
  });

  it('is found in the address of a place', () => {
    expect(findJoinLink(at('Online', 'https://zoom.us/my/fern'))).toBe('https://zoom.us/my/fern');
  });

  it.each([
    'https://evil.example/join',
    'http://zoom.us/j/1',
    'https://zoom.us.evil.example/j/1',
    'https://evilzoom.us/j/1',
    'https://zoom.us@evil.example/j/1',
    'https://evil.example@zoom.us/j/1',
    'https://zoom.us:8443/j/1',
    'https://google.com/',
    'javascript:alert("https://")',
    'Great Hall',
    '',
  ])('is never one to anywhere else: %s', (link) => {
    const everywhere = { onlineMeeting: { joinUrl: link }, onlineMeetingUrl: link };
    expect(findJoinLink({ ...at(link, link), ...everywhere })).toBeNull();
  });

  it('is found soon, or not at all', () => {
    const hostile = 'https://'.repeat(100_000);
    const before = process.cpuUsage();
    expect(findJoinLink(at(`${hostile} https://zoom.us/j/1`, hostile))).toBeNull();
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
