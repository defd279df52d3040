import { splitMatches } from '../../src/matches.ts';

interface Props {
  text: string;
  typed: string;
}

/** A name with what was typed marked in it. */
export function Marked({ text, typed }: Props) {
  return (
    <>
      {splitMatches(text, typed).map((piece, at) =>
        piece.isMatch ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
