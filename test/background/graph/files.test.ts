import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../background/graph/file-kinds.ts';
import { readFiles, searchFiles } from '../../../background/graph/files.ts';
import { FILE_KINDS } from '../../../src/data/files.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith, optionsOf, withGraph } from './with-graph.ts';

const world = setUpWorld();
const RECENT = '/me/drive/recent';

async function withFiles() {
  const { graph, book, id, asked } = await withGraph(world, ['files']);
  return {
    asked,
    files: () => readFiles(graph, book, id),
    search: (text: string) => searchFiles(graph, id, text),
  };
}

const item = {
  id: '01A',
  name: 'Tea.docx',
  webUrl: 'https://fern-my.sharepoint.com/personal/ada/Documents/Tea.docx',
  lastModifiedDateTime: '2026-03-01T09:30:00Z',
  lastModifiedBy: { user: { displayName: 'Ada' } },
  file: { mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  parentReference: { path: '/drives/b!x/root:/Meetings/Minutes%20%26%20more' },
};
const shown = {
  id: '01A',
  name: 'Tea.docx',
  kind: 'word',
  url: item.webUrl,
  changedAt: Date.UTC(2026, 2, 1, 9, 30),
  changedBy: 'Ada',
  folder: 'Minutes & more',
};

describe('The list of files', () => {
  it('has the files that the person used last, with all that is shown of them', async () => {
    const { files } = await withFiles();
    const { hasDrive, items } = await files();
    expect(hasDrive).toBe(true);
    expect(items.length).toBeGreaterThan(5);
    for (const each of items) {
      expect(each).toEqual({
        id: expect.stringMatching(/\S/),
        name: expect.stringMatching(/\S/),
        kind: expect.toSatisfy((kind) => FILE_KINDS.includes(kind)),
        url: expect.stringMatching(/^https:\/\/fernleigh-my\.sharepoint\.com\//),
        changedAt: expect.any(Number),
        changedBy: expect.stringMatching(/\S/),
        folder: each.folder === null ? null : expect.stringMatching(/\S/),
      });
    }
    expect(items[0]).toMatchObject({ name: 'Loan agreement Northmere.docx', kind: 'word', folder: null });
    expect(items).toContainEqual(
      expect.objectContaining({ name: 'Germination tests.xlsx', folder: 'Seed bank' }),
    );
  });

  it('comes from the personal OneDrive for a personal account', async () => {
    const { graph, book, id } = await withGraph(world, ['files'], world.someone('personal'));
    const { items } = await readFiles(graph, book, id);
    expect(items.length).toBeGreaterThan(0);
    for (const { url } of items) expect(url).toMatch(/^https:\/\/onedrive\.live\.com\//);
  });

  it('asks for the fields that it draws, and no more', async () => {
    const { files, asked } = await withFiles();
    await files();
    expect(asked.map(optionsOf)).toEqual([
      {
        $select:
          'id,name,webUrl,lastModifiedDateTime,lastModifiedBy,file,folder,package,parentReference,remoteItem',
        $top: '25',
      },
    ]);
  });

  it('is empty if there is no OneDrive', async () => {
    const { files, search } = await withFiles();
    answerWith(world, '/me/drive', { error: { code: 'ResourceNotFound' } }, 404);
    expect(await files()).toEqual({ hasDrive: false, items: [] });
    expect(await search('tea')).toEqual([]);
  });

  it('shows a shared file by what it stands for', async () => {
    const { files } = await withFiles();
    const { id, parentReference, ...remoteItem } = item;
    answerWith(world, RECENT, { value: [{ id, remoteItem: { ...remoteItem, parentReference } }] });
    expect((await files()).items).toEqual([{ ...shown, folder: null }]);
  });

  it('leaves out an entry that is no file or cannot be opened, and keeps the others', async () => {
    const { files } = await withFiles();
    const strange = [
      null,
      'text',
      { ...item, id: 7 },
      { ...item, name: null },
      { ...item, lastModifiedDateTime: 'yesterday' },
      { ...item, webUrl: null },
      { ...item, webUrl: 'javascript:alert(1)' },
      { ...item, webUrl: 'https://sharepoint.com.evil.example/' },
    ];
    answerWith(world, RECENT, { value: [...strange, item] });
    expect((await files()).items).toEqual([shown]);
  });

  it('shows files without a folder, and folders with unusual names', async () => {
    const { files } = await withFiles();
    const paths = [null, '/drive/root:', '/drive/root:/50%', `/drive/root:/${'a'.repeat(9000)}`, 'nonsense'];
    answerWith(world, RECENT, { value: paths.map((path) => ({ ...item, parentReference: { path } })) });
    const folders = (await files()).items.map(({ folder }) => folder);
    expect(folders).toEqual([null, null, '50%', 'a'.repeat(500), null]);
  });
});

describe('A search for files', () => {
  it('finds files by name', async () => {
    const { search } = await withFiles();
    const names = (await search('frost')).map(({ name }) => name);
    expect(names.sort()).toEqual(['Frost damage.docx', 'Frost damage.pdf']);
  });

  it('treats any text as plain text', async () => {
    const { search, asked } = await withFiles();
    const texts = {
      "o'brien": "o''brien",
      "')/../../messages?$top=1&a=('": "'')/../../messages?$top=1&a=(''",
      '50% #1 a/b\\c': '50% #1 a/b\\c',
      'äöü 🌱': 'äöü 🌱',
      ' two\nlines\u0000 ': 'two lines',
    };
    for (const [text, literal] of Object.entries(texts)) {
      expect(await search(text)).toEqual([]);
      const { pathname } = new URL(`https://graph.example/v1.0${asked.at(-1)?.path}`);
      const inQuotes = /^\/v1\.0\/me\/drive\/root\/search\(q='([^/]*)'\)$/.exec(pathname)?.[1];
      expect(decodeURIComponent(inQuotes ?? '')).toBe(literal);
    }
  });

  it('finds nothing for an empty text, and sends no request', async () => {
    const { search, asked } = await withFiles();
    for (const text of ['', '  ', '\n', '\u0000']) expect(await search(text)).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('A file', () => {
  const file = (name: string, mimeType: string | null = null) => ({
    name,
    mimeType,
    isFolder: false,
    packageType: null,
  });

  it.each([
    ['word', file('a', 'application/msword')],
    ['excel', file('a.bin', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')],
    ['powerpoint', file('a', 'application/vnd.ms-powerpoint')],
    ['pdf', file('photo.jpg', 'application/pdf')],
    ['image', file('a.docx', 'image/png')],
    ['video', file('a', 'video/mp4')],
    ['audio', file('a', 'AUDIO/MPEG')],
    ['archive', file('a', 'application/zip')],
    ['excel', file('log.csv', 'text/csv')],
    ['code', file('a.PY', 'text/plain')],
    ['notebook', file('a.one', 'application/octet-stream')],
    ['text', file('notes', 'text/plain')],
    ['other', file('a.unheard-of', 'application/octet-stream')],
    ['other', file('constructor')],
    ['folder', { ...file('a.docx'), isFolder: true }],
    ['notebook', { ...file('a'), packageType: 'oneNote', isFolder: true }],
    ['other', { ...file('a'), packageType: 'somethingNew' }],
  ])('is shown as %s: %o', (kind, hints) => {
    expect(kindOf(hints)).toBe(kind);
  });
});
