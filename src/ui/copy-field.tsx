import { useState } from 'preact/hooks';
import { say } from '../words.ts';
import { Icon } from './icon.tsx';

interface Props {
  label: string;
  value: string;
  /** A text of several lines, of which a few are seen at a time. */
  isLong?: boolean;
}

/** A value that is needed elsewhere, with a button that copies it. */
export function CopyField({ label, value, isLong = false }: Props) {
  const { isCopied, copy } = useCopy(value);
  return (
    <div class="copy-field">
      <span class="copy-label">{label}</span>
      {isLong ? <textarea readOnly rows={6} aria-label={label} value={value} /> : <code>{value}</code>}
      <button
        type="button"
        class="button button-icon"
        aria-label={`${say(isCopied ? 'copied' : 'copy')}: ${label}`}
        title={say(isCopied ? 'copied' : 'copy')}
        onClick={copy}
      >
        <Icon name={isCopied ? 'check' : 'copy'} />
      </button>
    </div>
  );
}

/** Copies a text, and tells whether it has. Where the browser refuses, it can still be selected. */
export function useCopy(text: string): { isCopied: boolean; copy(): void } {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(null),
    );
  };
  return { isCopied: copied === text, copy };
}
