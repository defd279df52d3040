import { describe, expect, it } from 'vitest';
import { fromFile, fromMessage, fromPerson, mix, ownLink } from '../../../background/omnibox/found.ts';

const thing = (title: string) => ({ title, detail: '', url: `https://outlook.office.com/${title}` });
const things = (...titles: string[]) => titles.map(thing);
const titles = (found: readonly { title: string }[]) => found.map(({ title }) => title);

describe('The targets of the address bar', () => {
  it.each([
    ['https://outlook.office.com/mail/deeplink/compose?to=a', true],
    ['https://fernleigh-my.sharepoint.com/personal/x/file.docx', true],
    ['https://onedrive.live.com/?id=1', true],
    ['http://outlook.office.com/mail', false],
    ['https://outlook.office.com.evil.example/', false],
    ['https://outlook.office.com@evil.example/', false],
    ['https://evil.example/https://outlook.office.com/', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['mira', false],
    ['', false],
  ])('include %s: %s', (address, isOwn) => {
    expect(ownLink(address) !== null).toBe(isOwn);
  });

  it('have an entry for every kind of result', () => {
    const person = { id: 'a', name: 'Ada', jobTitle: null, department: null, mail: 'ada@fern.example' };
    const file = {
      id: 'f',
      name: 'Rota.xlsx',
      kind: 'excel' as const,
      url: 'https://fern.sharepoint.com/rota',
      changedAt: 0,
      changedBy: null,
      folder: 'Plans',
    };
    const message = { subject: '', from: 'Bram', url: 'https://outlook.office.com/owa/?ItemID=1' };
    const found = [
      ...fromPerson(person, false),
      ...fromPerson(person, true),
      fromFile(file),
      fromFile({ ...file, folder: null }),
      fromMessage(message),
      fromMessage({ ...message, from: '' }),
    ];
    for (const { url } of found) expect(ownLink(url)).toBe(url);
    expect(found.map(({ title, detail }) => `${title}: ${detail}`)).toEqual([
      'Ada: write to ada@fern.example',
      'Ada: write to ada@fern.example',
      'Rota.xlsx: file in Plans',
      'Rota.xlsx: file',
      '(No subject): message from Bram',
      '(No subject): message',
    ]);
    expect(fromPerson({ ...person, mail: null }, false)).toEqual([]);
  });
});

describe('The suggestions', () => {
  it('alternate between the kinds, so that many results of one kind do not hide another', () => {
    const found = mix(
      [things('p1'), things('f1', 'f2', 'f3', 'f4', 'f5', 'f6'), things('m1', 'm2')],
      'zz',
      5,
    );
    expect(titles(found)).toEqual(['p1', 'f1', 'm1', 'f2', 'm2']);
  });

  it('begin with the best match for the typed text', () => {
    const lists = [things('Ada Fernsby'), things('List of ferns for the glasshouse'), things('Fern')];
    expect(titles(mix(lists, 'fern', 5))).toEqual([
      'Fern',
      'Ada Fernsby',
      'List of ferns for the glasshouse',
    ]);
  });

  it('lead to no target twice', () => {
    const found = mix([things('one', 'two'), [], things('two', 'one', 'three')], 'zz', 5);
    expect(titles(found).sort()).toEqual(['one', 'three', 'two']);
  });

  it('are empty if nothing was found', () => {
    expect(mix([[], []], 'fern', 5)).toEqual([]);
  });
});
