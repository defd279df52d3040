import { describe, expect, it } from 'vitest';
import {
  type Consenter,
  coveringScope,
  covers,
  describePermission,
  graphScopes,
  likelyConsenter,
  PERMISSION_NAMES,
  PERMISSIONS,
  type Permission,
  readPermission,
  shortScope,
} from '../../src/permissions.ts';
import { describePurpose, needsOf, PURPOSE_NAMES } from '../../src/purposes.ts';
import { say } from '../../src/words.ts';

/** What each scope lets an app do beside itself, broadest first (Microsoft, "Graph permissions reference"). */
const FAMILIES = [
  ['Mail.ReadWrite', 'Mail.Read', 'Mail.ReadBasic'],
  ['Calendars.ReadWrite', 'Calendars.Read', 'Calendars.ReadBasic'],
  ['Tasks.ReadWrite', 'Tasks.Read'],
  ['Files.ReadWrite.All', 'Files.Read'],
  ['Files.ReadWrite', 'Files.Read'],
  ['Files.Read.All', 'Files.Read'],
  ['Presence.ReadWrite', 'Presence.Read'],
  ['Presence.Read.All', 'Presence.Read'],
  ['User.Read.All', 'User.ReadBasic.All'],
  ['User.ReadWrite', 'User.Read'],
];
const pairs = FAMILIES.flatMap((family) =>
  family.flatMap((broad, place) => family.slice(place + 1).map((narrow) => [broad, narrow] as const)),
);
const everyScope = [...new Set([...FAMILIES.flat(), ...PERMISSION_NAMES])];

describe('The catalogue', () => {
  it.each(PERMISSION_NAMES)(
    'has a name for %s, and texts that say what it permits and what not',
    (permission) => {
      const { name, lets, not } = describePermission(permission);
      for (const text of [name, lets, not].map((key) => say(key))) expect(text).toMatch(/^[A-Z].{3,}/);
      expect(new Set([name, lets, not]).size).toBe(3);
    },
  );

  it.each(PERMISSION_NAMES)('covers by %s only scopes of its family, and never itself', (permission) => {
    const family = new Set<string>(FAMILIES.filter((scopes) => scopes.includes(permission)).flat());
    const covered: readonly string[] = PERMISSIONS[permission].covers;
    expect(covered.filter((each) => !family.has(each) || each === permission)).toEqual([]);
  });

  it('covers by a scope everything that the covered scopes cover', () => {
    for (const broad of everyScope) {
      const covered = everyScope.filter((each) => covers([broad], [each]));
      for (const each of covered) {
        expect(everyScope.filter((narrow) => covers([each], [narrow]) && !covered.includes(narrow))).toEqual(
          [],
        );
      }
    }
  });

  it.each(PURPOSE_NAMES)('has the permissions for %s, and words for its card', (purpose) => {
    expect(needsOf(purpose).length).toBeGreaterThan(0);
    for (const need of needsOf(purpose)) expect(PERMISSION_NAMES).toContain(need);
    const { title, shows } = describePurpose(purpose);
    expect([say(title), say(shows)]).toEqual([
      expect.stringMatching(/^[A-Z]/),
      expect.stringMatching(/^[A-Z]/),
    ]);
  });

  it('holds no permission without a purpose', () => {
    const needed = new Set<Permission>(PURPOSE_NAMES.flatMap((purpose) => needsOf(purpose)));
    expect([...needed].sort()).toEqual([...PERMISSION_NAMES].sort());
  });
});

describe('covers', () => {
  it.each(pairs)('finds %s broader than %s, and not the other way round', (broad, narrow) => {
    expect([covers([broad], [narrow]), covers([narrow], [broad])]).toEqual([true, false]);
    expect([coveringScope([broad], narrow), coveringScope([narrow], broad)]).toEqual([broad, null]);
  });

  it('finds no cover in another family', () => {
    const familyOf = (scope: string) => scope.split('.')[0];
    const strange = everyScope.flatMap((one) =>
      everyScope.filter((other) => familyOf(one) !== familyOf(other) && covers([one], [other])),
    );
    expect(strange).toEqual([]);
  });

  it('needs every permission in the list, and an empty list is always covered', () => {
    expect(covers(['Mail.ReadWrite', 'User.Read'], ['Mail.ReadBasic', 'User.Read'])).toBe(true);
    expect(covers(['Mail.ReadWrite'], ['Mail.ReadBasic', 'User.Read'])).toBe(false);
    expect(covers([], ['User.Read'])).toBe(false);
    expect(covers([], [])).toBe(true);
  });

  it.each(['Mail.ReadBasic.Shared', 'Mail', 'Mail.Read.', 'constructor', '__proto__', '', 'toString'])(
    'takes nothing from "%s"',
    (scope) => {
      expect(PERMISSION_NAMES.filter((need) => covers([scope], [need]))).toEqual([]);
    },
  );
});

describe('coveringScope', () => {
  it('prefers the scope itself, at any place in the list', () => {
    expect(coveringScope(['Mail.ReadWrite', 'Mail.Read', 'Mail.ReadBasic'], 'Mail.ReadBasic')).toBe(
      'Mail.ReadBasic',
    );
  });
});

describe('The name of a scope', () => {
  const forms = ['Mail.ReadBasic', 'mail.readbasic', 'https://graph.microsoft.com/Mail.ReadBasic'];
  const shouted = 'HTTPS://GRAPH.MICROSOFT.COM/MAIL.READBASIC';

  it.each([...forms, shouted])('is the same permission in the form %s (T38)', (form) => {
    expect(shortScope(form)).toBe('mail.readbasic');
    expect(readPermission(form)).toBe('Mail.ReadBasic');
    expect([covers([form], ['Mail.ReadBasic']), covers(['Mail.ReadBasic'], [form])]).toEqual([true, true]);
    expect(graphScopes([form])).toEqual(['Mail.ReadBasic']);
  });

  it('is listed once, in whatever forms it appears (T38)', () => {
    expect(graphScopes([...forms, shouted, 'Mail.Read'])).toEqual(['Mail.ReadBasic', 'Mail.Read']);
  });

  it('is no Graph permission for the sign-in scopes, and stays as it is if it is unknown (T38)', () => {
    const listed = ['openid', 'profile', 'email', 'OFFLINE_ACCESS', 'https://graph.microsoft.com/Notes.Read'];
    expect(graphScopes(listed)).toEqual(['Notes.Read']);
    expect(readPermission('Notes.Read')).toBeNull();
  });

  it.each([
    'https://outlook.office.com/Mail.Read',
    'https://evil.example/https://graph.microsoft.com/Mail.Read',
  ])('is no Graph permission for another resource: %s (T38)', (scope) => {
    expect([readPermission(scope), covers([scope], ['Mail.Read'])]).toEqual([null, false]);
  });
});

describe('likelyConsenter', () => {
  it.each<[string, readonly Permission[], Consenter]>([
    ['one that anybody may give', ['User.Read'], 'person'],
    ['one that the default policy leaves out', ['Mail.ReadBasic'], 'administrator-by-default'],
    ['both', ['User.Read', 'Calendars.ReadBasic'], 'administrator-by-default'],
    ['nothing', [], 'person'],
  ])('is for %s the strictest one needed, and for a personal account always the person', (_, asked, who) => {
    expect(likelyConsenter(asked, false)).toBe(who);
    expect(likelyConsenter(asked, true)).toBe('person');
  });

  // Microsoft, "Manage app consent policies": the list of 2026-01-22.
  it.each(PERMISSION_NAMES)('predicts %s by the policy of new organisations', (permission) => {
    const isFree = /^(User|Files|Presence)\./.test(permission);
    expect(likelyConsenter([permission], false)).toBe(isFree ? 'person' : 'administrator-by-default');
  });
});
