import { useMemo } from 'preact/hooks';
import { say } from '../../src/words.ts';
import { separateQuotes } from './quotes.ts';

/** What a message says; what is quoted in it is folded away. */
export function MessageText({ text }: { text: string }) {
  const passages = useMemo(() => separateQuotes(text), [text]);
  return (
    <div class="message-text">
      {passages.map((passage, at) =>
        passage.isQuote ? (
          <details key={at} class="message-quote">
            <summary>{say('quotedText')}</summary>
            <div dir="auto">{passage.text.trim()}</div>
          </details>
        ) : (
          <div key={at} dir="auto">
            {passage.text.trim()}
          </div>
        ),
      )}
    </div>
  );
}
