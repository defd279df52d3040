/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** A text that is compared, with the place of each of its characters in the one that is shown. */
interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`, where its character begins; at the end, the length of what is shown. */
  places: number[];
}

/**
 * Cuts a name where one of the words begins that were typed, as the directory finds it: whatever its case and its
 * accents, and only at the beginning of a word. The pieces put together are the name again.
 */
export function splitMatches(name: string, typed: string): Piece[] {
  const folded = fold(name);
  const words = wordsOf(fold(typed).text);
  const isMarked = new Array<boolean>(name.length).fill(false);
  for (const start of wordStarts(folded.text)) {
    const found = words.filter((word) => folded.text.startsWith(word, start));
    const longest = Math.max(0, ...found.map(({ length }) => length));
    isMarked.fill(true, folded.places[start], folded.places[start + longest]);
  }
  return piecesOf(name, isMarked);
}

/** Without case and accents. An accent on its own belongs to the letter before it. */
function fold(text: string): Folded {
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    folded += plain;
    at += character.length;
  }
  return { text: folded, places: [...places, at] };
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function wordStarts(text: string): number[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
}

function piecesOf(text: string, isMarked: readonly boolean[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let to = 1; to <= text.length; to += 1) {
    if (to < text.length && isMarked[to] === isMarked[from]) continue;
    pieces.push({ text: text.slice(from, to), isMatch: isMarked[from] ?? false });
    from = to;
  }
  return pieces;
}
