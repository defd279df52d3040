import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

async function sourcesIn(folder: string): Promise<{ path: string; text: string }[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name));
  return Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name);
      return { path: relative(root, path), text: await readFile(path, 'utf8') };
    }),
  );
}

/** What a file imports: our own files by their path from the root, packages by their name. */
function importsOf({ path, text }: { path: string; text: string }): string[] {
  const names = [...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from ['"]([^'"]+)['"]/gm)].map(
    (match) => match[1] ?? '',
  );
  return names.map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name));
}

/** What the files of a folder may import. */
const MAY_IMPORT: Record<string, RegExp> = {
  // What pages draw with knows Preact; the rest of `src` runs without a page, and knows neither.
  src: /^(src\/(?!ui\/)|valibot$|webextension-polyfill$)/,
  'src/ui': /^(src\/|preact$|preact\/hooks$|webextension-polyfill$)/,
  background:
    /^(background\/|src\/(?!ui\/)|valibot$|webextension-polyfill$|@azure\/msal-browser$|@microsoft\/microsoft-graph-types$)/,
  popup: /^(popup\/|src\/|preact$|preact\/hooks$|valibot$)/,
  options: /^(options\/|src\/|preact$|preact\/hooks$|valibot$)/,
};

describe('The folders', () => {
  it.each(Object.keys(MAY_IMPORT))('let %s import only from the folders it may know', async (folder) => {
    const isHere = ({ path }: { path: string }) => folder !== 'src' || !path.startsWith('src/ui/');
    const strays = (await sourcesIn(folder)).filter(isHere).flatMap((file) =>
      importsOf(file)
        .filter((name) => !MAY_IMPORT[folder]?.test(name))
        .map((name) => `${file.path} imports ${name}`),
    );
    expect(strays).toEqual([]);
  });

  it('keep MSAL in one place', async () => {
    const importers = (await sourcesIn('background')).filter(({ text }) =>
      /^import (?!type\b)[^;]*from '@azure\/msal-browser'/m.test(text),
    );
    expect(importers.map(({ path }) => path)).toEqual(['background/auth/msal.ts']);
  });

  it.each(['src', 'background', 'popup', 'options', 'demo', 'test'])(
    'keep the files of %s short',
    async (folder) => {
      const long = (await sourcesIn(folder)).filter(({ text }) => text.split('\n').length > 250);
      expect(long.map(({ path }) => path)).toEqual([]);
    },
  );
});
