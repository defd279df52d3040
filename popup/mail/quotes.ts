/** A stretch of a message: what its sender wrote, or what they have quoted. */
export interface Passage {
  text: string;
  isQuote: boolean;
}

/** What Outlook puts between a new message and the earlier one below it; or only the head of that. */
const RULE = /^_{20,}$/;
const FROM = /^From: /;
const HEAD = /^(Sent|Date|To|Subject): /;
/** "On Monday, Ada wrote:" in any language: the line before what is quoted ends in a colon. */
const INTRODUCTION = /:\s*$/;

/** The text of a message, with what is quoted in it apart; nothing of it is left out. */
export function separateQuotes(text: string): Passage[] {
  const lines = text.split('\n');
  const begin = lines.findIndex(
    (line, at) => at > 0 && (RULE.test(line.trim()) || (FROM.test(line) && HEAD.test(lines[at + 1] ?? ''))),
  );
  const own = begin < 0 ? lines : lines.slice(0, begin);
  const marks = own.map((line) => line.startsWith('>'));
  const isIntroduction = (at: number) => INTRODUCTION.test(own[at] ?? '');
  const quoted = own.map((line, at) => {
    if (line.trim() === '')
      return marks[at + 1] === true && (marks[at - 1] === true || isIntroduction(at - 1));
    const next = own[at + 1]?.trim() === '' ? at + 2 : at + 1;
    return marks[at] === true || (isIntroduction(at) && marks[next] === true);
  });
  const passages: Passage[] = [];
  for (const [at, line] of own.entries()) add(passages, line, quoted[at] === true);
  if (begin >= 0) add(passages, lines.slice(begin).join('\n'), true);
  const isAllQuoted = passages.every(({ isQuote, text: part }) => isQuote || part.trim() === '');
  // What is only quoted is what there is to read.
  return isAllQuoted ? [{ text, isQuote: false }] : passages;
}

function add(passages: Passage[], line: string, isQuote: boolean): void {
  const last = passages.at(-1);
  if (last?.isQuote === isQuote) last.text += `\n${line}`;
  else passages.push({ text: line, isQuote });
}
