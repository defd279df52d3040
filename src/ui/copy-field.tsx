import { useState } from 'preact/hooks';
import { say } from '../words.ts';
import { announce } from './announce.ts';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  value: string;
  /** How many lines of a long text are seen at a time; without it, all. */
  rows?: number;
}

/** A value that is needed elsewhere, with a button that copies it. */
export function CopyField({ label, value, rows }: Props) {
  const { isCopied, copy } = useCopy(value);
  return (
    <div class="copy-field">
      <span class="copy-label">{label}</span>
      <button
        type="button"
        class="button button-icon"
        aria-label={`${say(isCopied ? 'copied' : 'copy')}: ${label}`}
        title={say(isCopied ? 'copied' : 'copy')}
        onClick={copy}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
      </button>
      {rows ? <textarea readOnly rows={rows} aria-label={label} value={value} /> : <code>{value}</code>}
    </div>
  );
}

/** Copies a text, and tells whether it has. Where the browser refuses, it can still be selected. */
export function useCopy(text: string): { isCopied: boolean; copy(): void } {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(text);
        announce(say('copied'));
      },
      () => setCopied(null),
    );
  };
  return { isCopied: copied === text, copy };
}
