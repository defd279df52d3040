import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './bundle.mjs';

/**
 * `d: url("PACKAGE/DRAWING.svg")` in a style sheet stands for the path of that drawing, of which it has one.
 * @type {import('esbuild').Plugin}
 */
export const inlineDrawings = {
  name: 'inline-drawings',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const parts = (await readFile(path, 'utf8')).split(/\bd: url\("([^"]+)"\)/);
      // Every other part is what stood in the brackets.
      const written = parts.map(async (part, at) =>
        at % 2 ? `d: path("${await readDrawing(part)}")` : part,
      );
      return { contents: (await Promise.all(written)).join(''), loader: 'css' };
    });
  },
};

/** @param {string} file @throws {Error} where the drawing is more than one path in a square of 20 */
async function readDrawing(file) {
  const drawing = await readFile(join(ROOT, 'node_modules', file), 'utf8');
  const [, path] = /^<svg [^>]*viewBox="0 0 20 20"><path d="([^"]+)"\/><\/svg>\s*$/.exec(drawing) ?? [];
  if (!path) throw new Error(`${file} is not one path in a square of 20: it cannot be inlined.`);
  return path;
}
