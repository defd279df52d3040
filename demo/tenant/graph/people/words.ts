/** The words of a name or a query as searches compare them: without marks and case. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');

/** Whether each word of a query begins a word of the text. */
export function matchesWords(text: string, query: string): boolean {
  const words = wordsOf(text);
  const asked = wordsOf(query);
  return asked.length > 0 && asked.every((each) => words.some((word) => word.startsWith(each)));
}
